package club.panamia.mentoring.busytime;

import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import club.panamia.mentoring.slot.Stretch;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * How often something takes place (section 3.3.10). The library reckons on the clock that the event is written for, as if that
 * were never changed: nine o'clock stays nine o'clock. Rules that nobody lives by, of hours or less, count as said once.
 */
record Repetition(Recurrence rule, WrittenTime first) {

    private static final Set<Frequency> CALM =
            EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
    private static final int MOST_A_DAY = 24;
    private static final int EARLIEST_YEAR = 1900;
    private static final TimeZone AS_WRITTEN = TimeZone.getTimeZone(ZoneOffset.UTC);

    /** The times from about the first instant on, and before the second one. */
    Stream<WrittenTime> within(Stretch window) {
        if (!isCalm()) {
            return Stream.empty();
        }
        var endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
        var times = endless.getDateIterator(date(first.shown()), AS_WRITTEN);
        var from = LocalDateTime.ofInstant(window.from(), ZoneOffset.UTC).minusDays(1);
        if (from.isAfter(first.shown())) {
            times.advanceTo(date(from));
        }
        var last = last();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(times, Spliterator.ORDERED), false)
                .map(time -> first.at(LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC)))
                .takeWhile(time -> time.instant().isBefore(window.until()))
                .takeWhile(time -> last == null || !time.instant().isAfter(last));
    }

    private boolean isCalm() {
        return CALM.contains(rule.getFrequency())
                && first.shown().getYear() >= EARLIEST_YEAR
                && Math.max(1, rule.getByHour().size())
                                * Math.max(1, rule.getByMinute().size())
                                * Math.max(1, rule.getBySecond().size())
                        <= MOST_A_DAY;
    }

    /** A day is over at its end; a time without a zone is on the event's own clock. */
    private @Nullable Instant last() {
        var until = rule.getUntil();
        if (until == null || until.getRawComponents() == null) {
            return until == null ? null : until.toInstant();
        }
        var clock = until.getRawComponents().isUtc() ? WallClock.of(ZoneOffset.UTC) : first.clock();
        return WrittenTime.of(until.getRawComponents(), clock)
                .map(time -> time.wholeDay() ? time.plusDays(1).instant().minusMillis(1) : time.instant())
                .orElse(null);
    }

    private static Date date(LocalDateTime shown) {
        return Date.from(shown.toInstant(ZoneOffset.UTC));
    }
}
