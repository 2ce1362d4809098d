package club.panamia.mentoring.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;

/**
 * The expansion against iCal4j's of the same hours as a rule of a calendar. It moves what the clock skips to an hour later,
 * where the rule has a time already: once all of a day's hours are open, both say the same.
 */
class OpenSlotsByAnotherLibraryTest {

    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Sao_Paulo",
            "Europe/Madrid",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Pacific/Auckland",
            "UTC");

    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final int WEEKS = 16 * 52;

    @Test
    void isTheSameInManyWeeksOfManyZones() {
        var random = new Random(5545);
        for (var name : ZONES) {
            for (var i = 0; i < 20; i++) {
                var hour = random.nextInt(0, 20);
                compare(
                        ZoneId.of(name),
                        SINCE.plus(7L * random.nextInt(WEEKS), ChronoUnit.DAYS),
                        hour,
                        random.nextInt(hour + 1, 25),
                        List.of(15, 30, 60).get(random.nextInt(3)));
            }
        }
    }

    @Test
    void isTheSameInWeeksInWhichTheClocksChange() {
        for (var name : ZONES) {
            var rules = ZoneId.of(name).getRules();
            var change = rules.nextTransition(SINCE);
            for (var i = 0; change != null && i < 32; i++) {
                compare(ZoneId.of(name), change.getInstant().minus(Duration.ofDays(3)), 0, 24, 30);
                change = rules.nextTransition(change.getInstant());
            }
        }
    }

    private static void compare(ZoneId zone, Instant week, int fromHour, int toHour, int step) {
        var from = week.atZone(zone).toLocalDate();
        var until = from.plusDays(7);
        var hours = OpenSlotsTest.everyDay(clock(fromHour), clock(toHour));
        var slots = new OpenSlots(OpenSlotsTest.availability(zone, step, hours, List.of()), zone);

        var starts = slots.starts(15, start(from, zone), start(until, zone));

        assertThat(starts)
                .as("%s, the week of %s, %d to %d, every %d minutes", zone, from, fromHour, toHour, step)
                .containsExactlyElementsOf(byRule(zone, from, until, fromHour, toHour, step));
    }

    private static List<Instant> byRule(ZoneId zone, LocalDate from, LocalDate until, int first, int last, int step) {
        var rule = new Recur<ZonedDateTime>(
                "FREQ=DAILY;BYHOUR=%s;BYMINUTE=%s".formatted(numbers(first, last, 1), numbers(0, 60, step)));
        return rule
                .getDates(
                        from.atTime(LocalTime.of(first, 0)).atZone(zone),
                        from.atStartOfDay(zone),
                        until.atStartOfDay(zone))
                .stream()
                .map(ZonedDateTime::toInstant)
                .filter(start -> start.isBefore(start(until, zone)))
                .distinct()
                .sorted()
                .toList();
    }

    private static String numbers(int from, int until, int step) {
        return IntStream.iterate(from, number -> number < until, number -> number + step)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static String clock(int hour) {
        return "%02d:00".formatted(hour);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
