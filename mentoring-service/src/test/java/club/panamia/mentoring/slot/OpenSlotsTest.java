package club.panamia.mentoring.slot;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.availability.Availability;
import club.panamia.mentoring.availability.Block;
import club.panamia.mentoring.availability.DateOverride;
import club.panamia.mentoring.availability.Hours;
import club.panamia.mentoring.availability.Weekday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSlotsTest {

    private static final ZoneId MIAMI = ZoneId.of("America/New_York");

    @Test
    void staysAtNineOnTheWallWhenTheClocksChange() {
        var starts = miami("09:00", "10:00", 30).starts(60, at("2026-03-06T00:00:00Z"), at("2026-03-10T00:00:00Z"));

        assertThat(starts)
                .containsExactly(
                        at("2026-03-06T14:00:00Z"),
                        at("2026-03-07T14:00:00Z"),
                        at("2026-03-08T13:00:00Z"),
                        at("2026-03-09T13:00:00Z"));
    }

    @Test
    void skipsTimesThatTheClockSkips() {
        var starts = miami("01:00", "04:00", 30).starts(30, at("2026-03-08T05:00:00Z"), at("2026-03-08T12:00:00Z"));

        assertThat(starts)
                .as("01:00, 01:30, then 03:00 and 03:30")
                .containsExactly(
                        at("2026-03-08T06:00:00Z"),
                        at("2026-03-08T06:30:00Z"),
                        at("2026-03-08T07:00:00Z"),
                        at("2026-03-08T07:30:00Z"));
    }

    @Test
    void endsHoursThatEndInAGapAtTheChange() {
        var starts = miami("01:00", "02:30", 30).starts(30, at("2026-03-08T05:00:00Z"), at("2026-03-08T12:00:00Z"));

        assertThat(starts).containsExactly(at("2026-03-08T06:00:00Z"), at("2026-03-08T06:30:00Z"));
    }

    @Test
    void offersARepeatedHourOnceTheFirstTime() {
        var starts = miami("00:30", "03:00", 30).starts(30, at("2026-11-01T00:00:00Z"), at("2026-11-01T12:00:00Z"));

        assertThat(starts)
                .as("00:30, 01:00 and 01:30 in summer time, 02:00 and 02:30 in winter time")
                .containsExactly(
                        at("2026-11-01T04:30:00Z"),
                        at("2026-11-01T05:00:00Z"),
                        at("2026-11-01T05:30:00Z"),
                        at("2026-11-01T07:00:00Z"),
                        at("2026-11-01T07:30:00Z"));
    }

    @Test
    void letsASessionLastItsMinutesThroughARepeatedHour() {
        var starts = miami("01:00", "02:00", 60).starts(120, at("2026-11-01T00:00:00Z"), at("2026-11-01T12:00:00Z"));

        assertThat(starts).as("two hours pass from 01:00 to 02:00").containsExactly(at("2026-11-01T05:00:00Z"));
    }

    @Test
    void letsAnOverrideTakeThePlaceOfTheWeek() {
        var closed = LocalDate.parse("2026-06-01");
        var other = LocalDate.parse("2026-06-02");
        var availability = availability(
                MIAMI,
                30,
                everyDay("09:00", "10:00"),
                List.of(
                        new DateOverride(closed, List.of()),
                        new DateOverride(other, List.of(new Hours("12:00", "12:30"), new Hours("23:30", "24:00")))));

        var starts =
                new OpenSlots(availability, MIAMI).starts(30, at("2026-06-01T04:00:00Z"), at("2026-06-03T04:00:00Z"));

        assertThat(starts).containsExactly(at("2026-06-02T16:00:00Z"), at("2026-06-03T03:30:00Z"));
    }

    @Test
    void takesTheFirstInstantAndNotTheLast() {
        var slots = miami("09:00", "12:00", 60);

        assertThat(slots.starts(60, at("2026-06-01T13:00:00Z"), at("2026-06-01T15:00:00Z")))
                .containsExactly(at("2026-06-01T13:00:00Z"), at("2026-06-01T14:00:00Z"));
        assertThat(slots.starts(60, at("2026-06-01T13:00:00Z"), at("2026-06-01T13:00:00Z")))
                .isEmpty();
    }

    private static OpenSlots miami(String from, String to, int step) {
        return new OpenSlots(availability(MIAMI, step, everyDay(from, to), List.of()), MIAMI);
    }

    static List<Block> everyDay(String from, String to) {
        return Arrays.stream(Weekday.values())
                .map(day -> new Block(day, from, to))
                .toList();
    }

    static Availability availability(ZoneId zone, int step, List<Block> schedule, List<DateOverride> overrides) {
        return new Availability(
                zone.getId(), schedule, overrides, 0, 0, 0, 365, step, null, null, null, null, null, false);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
