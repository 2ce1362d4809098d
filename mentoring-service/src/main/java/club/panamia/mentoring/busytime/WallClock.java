package club.panamia.mentoring.busytime;

import biweekly.util.DateTimeComponents;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;

/** How a clock on some wall goes. */
interface WallClock {

    /** When it shows this: of two moments the first, and what it skips as if it had not been put forward (section 3.3.5). */
    Instant when(LocalDateTime shown);

    static WallClock of(ZoneId zone) {
        return shown -> shown.atZone(zone).toInstant();
    }

    /** By rules that only the library knows. */
    static WallClock of(TimeZone zone) {
        return shown -> new DateTimeComponents(
                        shown.getYear(),
                        shown.getMonthValue(),
                        shown.getDayOfMonth(),
                        shown.getHour(),
                        shown.getMinute(),
                        shown.getSecond(),
                        false)
                .toDate(zone)
                .toInstant();
    }
}
