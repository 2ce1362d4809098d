package club.panamia.mentoring.opening;

import club.panamia.mentoring.slot.Stretch;
import club.panamia.mentoring.slot.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a session can begin with a mentor, for anybody whose own time allows it.
 *
 * @param stretches from the first to the last of starts that follow each other by the mentor's step
 * @param minutesAWeek that they offer, booked or not
 * @param again when the first of them cannot be booked any more, or something else may be so
 */
record FreeStarts(List<Stretch> stretches, int minutesAWeek, Instant again) {

    private static final Duration AHEAD = Duration.ofDays(60);
    private static final Duration AT_LEAST = Duration.ofMinutes(1);
    private static final Duration AT_MOST = Duration.ofHours(6);
    private static final int MOST = 500;

    static FreeStarts none(Instant now) {
        return new FreeStarts(List.of(), 0, now.plus(AT_MOST));
    }

    /** Sixty days ahead, for the shortest session that the mentor offers. */
    static FreeStarts of(Timetable timetable, Instant now) {
        var hours = timetable.availability();
        var shortest = hours.durations().stream().min(Integer::compare).orElseThrow();
        var starts = timetable.free(shortest, now, now.plus(AHEAD), now);
        if (starts.isEmpty()) {
            return new FreeStarts(List.of(), hours.minutesAWeek(), now.plus(AT_MOST));
        }
        var passing = starts.getFirst().minus(Duration.ofMinutes(hours.minNoticeMinutes()));
        return new FreeStarts(
                joined(starts, Duration.ofMinutes(hours.slotStepMinutes())),
                hours.minutesAWeek(),
                later(now.plus(AT_LEAST), first(passing, now.plus(AT_MOST))));
    }

    /** Half-open, so that the last start is in it. */
    private static List<Stretch> joined(List<Instant> starts, Duration step) {
        var stretches = new ArrayList<Stretch>();
        var from = starts.getFirst();
        var last = from;
        for (var start : starts) {
            if (start.isAfter(last.plus(step))) {
                stretches.add(new Stretch(from, last.plus(AT_LEAST)));
                from = start;
            }
            last = start;
        }
        stretches.add(new Stretch(from, last.plus(AT_LEAST)));
        return stretches.stream().limit(MOST).toList();
    }

    private static Instant first(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
