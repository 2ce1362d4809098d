package club.panamia.mentoring.slot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From one instant to another, the latter not included: the end of one may be the start of the next. */
public record Stretch(Instant from, Instant until) {

    public static Stretch of(Instant start, int minutes) {
        return new Stretch(start, start.plus(minutes, ChronoUnit.MINUTES));
    }

    public Stretch widened(int minutesBefore, int minutesAfter) {
        return new Stretch(from.minus(minutesBefore, ChronoUnit.MINUTES), until.plus(minutesAfter, ChronoUnit.MINUTES));
    }

    boolean overlaps(Stretch other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
