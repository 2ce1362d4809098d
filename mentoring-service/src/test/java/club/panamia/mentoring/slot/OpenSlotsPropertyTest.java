package club.panamia.mentoring.slot;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.availability.Availability;
import club.panamia.mentoring.availability.Block;
import club.panamia.mentoring.availability.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The expansion against a clock that is watched: the reference goes from minute to minute, reads the wall clock by
 * {@link TimeZone} and knows nothing of gaps and overlaps but that it has, or has not, seen a time before.
 */
class OpenSlotsPropertyTest {

    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

    private static final int A_DAY = 24 * 60;
    private static final int WARM_UP = 30 * 60;

    /** Times at which clocks are changed somewhere, and some at which they are not. */
    private static final List<Hours> HOURS = List.of(
            new Hours("00:00", "24:00"),
            new Hours("00:30", "03:15"),
            new Hours("01:00", "02:30"),
            new Hours("02:30", "04:00"),
            new Hours("22:45", "24:00"),
            new Hours("23:30", "24:00"),
            new Hours("09:00", "17:00"));

    private static final List<Integer> STEPS = List.of(15, 30, 60);
    private static final List<Integer> DURATIONS = List.of(15, 30, 60, 90, 120);

    @Test
    void isWhatAWatchedClockSaysAroundEveryChangeOfEveryZone() {
        var random = new Random(8);
        var changes = 0;
        for (var zone : zones()) {
            for (var change : changesOf(zone)) {
                changes++;
                var hours = HOURS.get(random.nextInt(HOURS.size()));
                var step = STEPS.get(random.nextInt(STEPS.size()));
                compare(zone, hours, step, DURATIONS.get(random.nextInt(DURATIONS.size())), change.getInstant());
            }
            compare(zone, HOURS.getFirst(), 30, 60, Instant.parse("2026-06-15T00:00:00Z"));
        }
        assertThat(changes).as("changes of the clocks that were looked at").isGreaterThan(5000);
    }

    @Test
    void isWhatAWatchedClockSaysForAllHoursWhereTheClocksDoRareThings() {
        // Half an hour's change; a change at midnight; a whole year's rules around Ramadan; Greenland's new time.
        for (var name : List.of(
                "Australia/Lord_Howe",
                "America/Havana",
                "Africa/Casablanca",
                "America/Nuuk",
                "Asia/Beirut",
                "Africa/Cairo")) {
            var zone = ZoneId.of(name);
            for (var change : changesOf(zone).stream().skip(8).limit(8).toList()) {
                HOURS.forEach(hours -> STEPS.forEach(step ->
                        DURATIONS.forEach(minutes -> compare(zone, hours, step, minutes, change.getInstant()))));
            }
        }
    }

    /** Without those that iCal4j, for other tests, has added to the process. */
    private static List<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> !name.startsWith("ical4j"))
                .map(ZoneId::of)
                .toList();
    }

    private static void compare(ZoneId zone, Hours hours, int step, int minutes, Instant around) {
        var from = around.minus(Duration.ofHours(30));
        var until = around.plus(Duration.ofHours(30));
        var availability = availability(zone, hours, step);

        assertThat(new OpenSlots(availability, zone).starts(minutes, from, until))
                .as("%s %s, every %d, %d minutes, around %s", zone, hours, step, minutes, around)
                .isEqualTo(watched(zone, hours, step, minutes, from, until));
    }

    /** Watches from more than a day before on, to know which times have been seen. All in minutes. */
    private static List<Instant> watched(ZoneId zone, Hours hours, int step, int minutes, Instant from, Instant until) {
        var clock = TimeZone.getTimeZone(zone);
        var open = new ArrayList<Opened>();
        var starts = new ArrayList<Instant>();
        var first = from.getEpochSecond() / 60;
        var last = until.getEpochSecond() / 60;
        var highest = Long.MIN_VALUE;
        for (var now = first - WARM_UP; now < last + WARM_UP; now++) {
            var wall = now + clock.getOffset(now * 60_000) / 60_000;
            var isNew = wall > highest;
            highest = Math.max(highest, wall);
            settle(open, highest, now, starts);
            var midnight = Math.floorDiv(wall, A_DAY) * A_DAY;
            var sinceOpening = wall - midnight - hours.startMinute();
            var isStart = sinceOpening >= 0 && sinceOpening % step == 0 && wall < midnight + hours.endMinute();
            if (isNew && isStart && now >= first && now < last) {
                open.add(new Opened(now, now + minutes, midnight + hours.endMinute()));
            }
        }
        return starts.stream().sorted().toList();
    }

    /** A start, its end, and what the clock shows when the hours are over. */
    private record Opened(long start, long end, long closing) {}

    /** At the first moment at which the clock shows the closing time, or has passed it, those that are over have fitted. */
    private static void settle(List<Opened> open, long highest, long now, List<Instant> starts) {
        open.removeIf(opened -> {
            var closed = highest >= opened.closing;
            if (closed && opened.end <= now) {
                starts.add(Instant.ofEpochSecond(opened.start * 60));
            }
            return closed;
        });
    }

    private static List<ZoneOffsetTransition> changesOf(ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(SINCE),
                        t -> t != null && t.getInstant().isBefore(UNTIL),
                        t -> zone.getRules().nextTransition(t.getInstant()))
                .toList();
    }

    private static Availability availability(ZoneId zone, Hours hours, int step) {
        List<Block> schedule = OpenSlotsTest.everyDay(hours.startTime(), hours.endTime());
        return OpenSlotsTest.availability(zone, step, schedule, List.of());
    }
}
