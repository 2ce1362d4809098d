package club.panamia.mentoring.availability;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stretch of a day, by the clock on the wall. */
interface Opening {

    Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    String MIDNIGHT = "24:00";

    String startTime();

    String endTime();

    /** Whether both are times of day, the end later than the start. */
    default boolean isInOrder() {
        return TIME.matcher(startTime()).matches()
                && (TIME.matcher(endTime()).matches() || endTime().equals(MIDNIGHT))
                && startTime().compareTo(endTime()) < 0;
    }

    /** The reference system took {@code 9:00}, too. What was not said is empty, to be refused. */
    static String normalised(@Nullable String typed) {
        var time = typed == null ? "" : typed.strip();
        return time.length() == 4 && time.charAt(1) == ':' ? "0" + time : time;
    }

    /** Minutes since the clock said 00:00. */
    static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}
