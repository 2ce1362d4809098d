package club.panamia.mentoring.busytime;

import static club.panamia.mentoring.busytime.BusyTimesTest.AUTUMN;
import static club.panamia.mentoring.busytime.BusyTimesTest.MADRID;
import static club.panamia.mentoring.busytime.BusyTimesTest.of;
import static club.panamia.mentoring.busytime.BusyTimesTest.stretch;
import static club.panamia.mentoring.busytime.BusyTimesTest.zone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times from files that are broken, or made to keep whoever reads them busy. */
class HostileCalendarTest {

    @Test
    void areOnTheOwnersClockWhereAZoneWouldChangeEverySecond() {
        var busy = of(zone("FREQ=SECONDLY") + """
                BEGIN:VEVENT
                DTSTART;TZID=Eastern Standard Time:20261103T090000
                DTEND;TZID=Eastern Standard Time:20261103T100000
                END:VEVENT
                """);

        assertThat(busy).containsExactly(stretch("2026-11-03T08:00:00Z", "2026-11-03T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=1",
                "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5,6",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=NEVER"
            })
    void areTakenOnceFromARuleThatNobodyLivesBy(String rule) {
        var busy = of("""
                BEGIN:VEVENT
                DTSTART:20261103T090000Z
                DTEND:20261103T100000Z
                RRULE:%s
                END:VEVENT
                """.formatted(rule));

        assertThat(busy).containsExactly(stretch("2026-11-03T09:00:00Z", "2026-11-03T10:00:00Z"));
    }

    @Test
    void areNoMoreThanAnybodyHas() {
        var busy = of("""
                BEGIN:VEVENT
                DTSTART:20200101T000000Z
                DURATION:PT1M
                RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23
                END:VEVENT
                """.repeat(20));

        assertThat(busy).hasSize(5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Sign in</body></html>", "{}", "BEGIN:VCARD\r\nEND:VCARD\r\n"})
    void areNotInWhatIsNoCalendar(String text) {
        assertThat(BusyTimes.of(text, MADRID, AUTUMN, "pana.example")).isEmpty();
    }

    @Test
    void areNotSpoiledByAnEventThatCannotBe() {
        var busy = of("""
                BEGIN:VEVENT
                DTSTART:20261399T990000Z
                DTEND:tomorrow
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:Without a start
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20261103T090000Z
                DURATION:P99999999W
                END:VEVENT
                """);

        assertThat(busy).containsExactly(stretch("2026-11-03T09:00:00Z", "2027-11-04T09:00:00Z"));
    }
}
