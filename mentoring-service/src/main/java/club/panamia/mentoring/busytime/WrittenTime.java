package club.panamia.mentoring.busytime;

import biweekly.util.DateTimeComponents;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A time as it is written in a file: what a clock shows, and which clock. A whole day is written as its midnight. */
record WrittenTime(LocalDateTime shown, boolean wholeDay, WallClock clock) {

    /** Nothing where no calendar has such a date. */
    static Optional<WrittenTime> of(DateTimeComponents written, WallClock clock) {
        try {
            var shown = LocalDateTime.of(
                    written.getYear(),
                    written.getMonth(),
                    written.getDate(),
                    written.getHour(),
                    written.getMinute(),
                    Math.min(written.getSecond(), 59));
            return Optional.of(new WrittenTime(shown, !written.hasTime(), clock));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Instant instant() {
        return clock.when(shown);
    }

    WrittenTime at(LocalDateTime other) {
        return new WrittenTime(other, wholeDay, clock);
    }

    WrittenTime plusDays(long days) {
        return at(shown.plusDays(days));
    }
}
