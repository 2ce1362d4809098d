package club.panamia.mentoring.opening;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.availability.Availability;
import club.panamia.mentoring.availability.Block;
import club.panamia.mentoring.availability.Weekday;
import club.panamia.mentoring.offer.Offer;
import club.panamia.mentoring.slot.Stretch;
import club.panamia.mentoring.slot.Timetable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeStartsTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void isFromTheFirstToTheLastStartOfEachRow() {
        var opening =
                FreeStarts.of(timetable(List.of(stretch("2026-06-02T11:00:00Z", "2026-06-02T12:00:00Z"))), MONDAY);

        assertThat(opening.stretches())
                .as("an hour fits from 09:00 to 10:00, and from 12:00 on; a session takes half an hour")
                .startsWith(
                        stretch("2026-06-02T09:00:00Z", "2026-06-02T10:31:00Z"),
                        stretch("2026-06-02T12:00:00Z", "2026-06-02T12:31:00Z"),
                        stretch("2026-06-09T09:00:00Z", "2026-06-09T12:31:00Z"));
    }

    @Test
    void knowsWhatIsOfferedAWeekAlsoWhereItIsBooked() {
        var all = List.of(stretch("2026-06-01T00:00:00Z", "2026-09-01T00:00:00Z"));

        var opening = FreeStarts.of(timetable(all), MONDAY);

        assertThat(opening.stretches()).isEmpty();
        assertThat(opening.minutesAWeek()).isEqualTo(4 * 60);
    }

    @Test
    void isReckonedAgainWhenItsFirstStartPasses() {
        assertThat(FreeStarts.of(timetable(List.of()), Instant.parse("2026-06-02T06:30:00Z"))
                        .again())
                .as("an hour before nine")
                .isEqualTo("2026-06-02T08:00:00Z");
        assertThat(FreeStarts.of(timetable(List.of()), Instant.parse("2026-06-02T07:59:59Z"))
                        .again())
                .isEqualTo("2026-06-02T08:00:59Z");
    }

    @Test
    void isReckonedFourTimesADayAtLeast() {
        assertThat(FreeStarts.of(timetable(List.of()), MONDAY).again()).isEqualTo("2026-06-01T06:00:00Z");
        assertThat(FreeStarts.none(MONDAY))
                .isEqualTo(new FreeStarts(List.of(), 0, Instant.parse("2026-06-01T06:00:00Z")));
    }

    private static Timetable timetable(List<Stretch> busy) {
        var tuesdays = List.of(new Block(Weekday.TUE, "09:00", "13:00"));
        var hours = new Availability(
                "UTC", tuesdays, List.of(), 0, 0, 60, 60, 30, List.of(30, 60), null, null, null, null, false);
        var offer =
                new Offer(true, List.of("Clay"), List.of("en"), "Forty years of clay.", null, null, BigDecimal.ZERO);
        return new Timetable("ben", "Ben", offer, hours, busy, List.of(), List.of(), new Timetable.Asked(0, 0, 0));
    }

    private static Stretch stretch(String from, String until) {
        return new Stretch(Instant.parse(from), Instant.parse(until));
    }
}
