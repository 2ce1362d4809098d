package club.panamia.mentoring.busytime;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.slot.Stretch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other programs' calendars, in the week in which New York puts its clocks back (1 November 2026) and around it. */
class BusyTimesTest {

    static final Stretch AUTUMN = stretch("2026-10-20T00:00:00Z", "2026-11-20T00:00:00Z");
    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void areReadOnTheClockThatTheyAreWrittenFor() {
        var busy = of("""
                BEGIN:VEVENT
                DTSTART:20261101T090000Z
                DTEND:20261101T093000Z
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;TZID=America/New_York:20261102T090000
                DURATION:PT1H30M
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20261103T090000
                DTEND:20261103T100000
                END:VEVENT
                """);

        assertThat(busy)
                .containsExactly(
                        stretch("2026-11-01T09:00:00Z", "2026-11-01T09:30:00Z"),
                        stretch("2026-11-02T14:00:00Z", "2026-11-02T15:30:00Z"),
                        stretch("2026-11-03T08:00:00Z", "2026-11-03T09:00:00Z"));
    }

    @Test
    void areWholeDaysOfTheOwner() {
        var busy = of("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261024
                DTEND;VALUE=DATE:20261026
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261110
                END:VEVENT
                """);

        assertThat(busy)
                .as("the clocks go back in Madrid on 25 October")
                .containsExactly(
                        stretch("2026-10-23T22:00:00Z", "2026-10-25T23:00:00Z"),
                        stretch("2026-11-09T23:00:00Z", "2026-11-10T23:00:00Z"));
    }

    @Test
    void areOnTheClockThatTheCalendarNames() {
        var busy = of("""
                X-WR-TIMEZONE:America/New_York
                BEGIN:VEVENT
                DTSTART:20261103T090000
                DTEND:20261103T100000
                END:VEVENT
                """);

        assertThat(busy).containsExactly(stretch("2026-11-03T14:00:00Z", "2026-11-03T15:00:00Z"));
    }

    @Test
    void keepTheirHourWhenTheClocksChange() {
        var busy = of("""
                BEGIN:VEVENT
                DTSTART;TZID=America/New_York:20200106T090000
                DTEND;TZID=America/New_York:20200106T100000
                RRULE:FREQ=WEEKLY;UNTIL=20261109T140000Z
                END:VEVENT
                """);

        assertThat(busy)
                .extracting(Stretch::from)
                .containsExactly(
                        Instant.parse("2026-10-26T13:00:00Z"),
                        Instant.parse("2026-11-02T14:00:00Z"),
                        Instant.parse("2026-11-09T14:00:00Z"));
    }

    @Test
    void areWithoutWhatIsFreeOrCalledOffOrOurs() {
        var busy = of("""
                BEGIN:VEVENT
                DTSTART:20261101T090000Z
                DTEND:20261101T100000Z
                TRANSP:TRANSPARENT
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20261102T090000Z
                DTEND:20261102T100000Z
                STATUS:CANCELLED
                END:VEVENT
                BEGIN:VEVENT
                UID:k1@pana.example
                DTSTART:20261103T090000Z
                DTEND:20261103T100000Z
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20261104T090000Z
                DTEND:20261104T090000Z
                END:VEVENT
                """);

        assertThat(busy).isEmpty();
    }

    @Test
    void followWhatIsLeftOutAddedAndMoved() {
        var busy = of("""
                BEGIN:VEVENT
                UID:daily
                DTSTART;TZID=America/New_York:20261101T090000
                DTEND;TZID=America/New_York:20261101T100000
                RRULE:FREQ=DAILY;COUNT=4
                EXDATE;TZID=America/New_York:20261102T090000
                RDATE;TZID=America/New_York:20261110T090000
                END:VEVENT
                BEGIN:VEVENT
                UID:daily
                RECURRENCE-ID;TZID=America/New_York:20261103T090000
                DTSTART;TZID=America/New_York:20261103T150000
                DTEND;TZID=America/New_York:20261103T153000
                END:VEVENT
                BEGIN:VEVENT
                UID:daily
                RECURRENCE-ID;TZID=America/New_York:20261104T090000
                DTSTART;TZID=America/New_York:20261104T090000
                DTEND;TZID=America/New_York:20261104T100000
                STATUS:CANCELLED
                END:VEVENT
                """);

        assertThat(busy)
                .containsExactlyInAnyOrder(
                        stretch("2026-11-01T14:00:00Z", "2026-11-01T15:00:00Z"),
                        stretch("2026-11-10T14:00:00Z", "2026-11-10T15:00:00Z"),
                        stretch("2026-11-03T20:00:00Z", "2026-11-03T20:30:00Z"));
    }

    @Test
    void followRulesOfAZoneThatOnlyTheFileKnows() {
        var busy = of(zone("FREQ=YEARLY;BYDAY=1SU;BYMONTH=11") + """
                BEGIN:VEVENT
                DTSTART;TZID=Eastern Standard Time:20261030T090000
                DTEND;TZID=Eastern Standard Time:20261030T100000
                RRULE:FREQ=DAILY;COUNT=4
                END:VEVENT
                """);

        assertThat(busy)
                .extracting(Stretch::from)
                .containsExactly(
                        Instant.parse("2026-10-30T13:00:00Z"),
                        Instant.parse("2026-10-31T13:00:00Z"),
                        Instant.parse("2026-11-01T14:00:00Z"),
                        Instant.parse("2026-11-02T14:00:00Z"));
    }

    static List<Stretch> of(String events) {
        var text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Somebody//Else//EN\n" + events + "END:VCALENDAR\n";
        return BusyTimes.of(text.replace("\n", "\r\n"), MADRID, AUTUMN, "pana.example")
                .orElseThrow();
    }

    static String zone(String backInAutumn) {
        return """
                BEGIN:VTIMEZONE
                TZID:Eastern Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T020000
                TZOFFSETFROM:-0400
                TZOFFSETTO:-0500
                RRULE:%s
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:-0500
                TZOFFSETTO:-0400
                RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                """.formatted(backInAutumn);
    }

    static Stretch stretch(String from, String until) {
        return new Stretch(Instant.parse(from), Instant.parse(until));
    }
}
