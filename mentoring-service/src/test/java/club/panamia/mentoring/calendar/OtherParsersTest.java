package club.panamia.mentoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.mentoring.calendar.Parsers.Calendar;
import club.panamia.mentoring.calendar.Parsers.Read;
import club.panamia.mentoring.state.SessionStatus;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What we write, as three programs read it that have nothing to do with each other. */
@QuarkusTest
class OtherParsersTest {

    private static final String TOPIC =
            "Ñandú; glazes, kilns\\ovens 🎨 and more of it than stands in a line of 75 octets";
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");
    private static final Instant REPEATED_HOUR = Instant.parse("2026-11-01T05:30:00Z");

    @Inject
    CalendarText text;

    @Inject
    Invitations invitations;

    @BeforeEach
    void allThree() {
        assumeTrue(IcalJs.isInstalled(), "npm ci in src/test/icaljs installs ical.js; bin/test does it");
    }

    @Test
    void agreeOnTheInstantsOfAFeedAroundEveryChangeOfClocks() {
        var entries = entries();

        var calendar = text.of(entries);

        assertThat(entries).hasSizeGreaterThan(300);
        expect(calendar, "PUBLISH", entries);
    }

    @Test
    void agreeOnAnInvitation() {
        var entry = entry(0, REPEATED_HOUR, SessionStatus.SCHEDULED);

        expect(invitations.request(entry, "ana@example.org"), "REQUEST", List.of(entry));
    }

    @Test
    void agreeOnAnUpdate() {
        var entry = entry(7, Instant.parse("2026-03-08T07:00:00Z"), SessionStatus.SCHEDULED);

        expect(invitations.request(entry, "ana@example.org"), "REQUEST", List.of(entry));
    }

    @Test
    void agreeOnACancellation() {
        var entry = entry(8, REPEATED_HOUR, SessionStatus.CANCELLED);

        expect(invitations.cancel(entry, "ana@example.org"), "CANCEL", List.of(entry));
    }

    private static void expect(String calendar, String method, List<CalendarEntry> entries) {
        var expected = new Calendar(
                method, entries.stream().map(OtherParsersTest::read).toList());
        Parsers.all()
                .forEach((parser, reading) ->
                        assertThat(reading.apply(calendar)).as(parser).isEqualTo(expected));
    }

    private static Read read(CalendarEntry entry) {
        return new Read(
                entry.uid() + "@localhost",
                entry.sequence(),
                entry.standing(),
                entry.startsAt(),
                entry.endsAt(),
                TOPIC + " (Ben)");
    }

    /** A quarter of an hour before, at and after each change in some zones. */
    private static List<CalendarEntry> entries() {
        var entries = new ArrayList<CalendarEntry>();
        Stream.of("America/New_York", "Europe/Madrid", "Australia/Lord_Howe", "America/Havana")
                .flatMap(zone -> changes(ZoneId.of(zone)))
                .flatMap(change -> Stream.of(-15, 0, 15).map(minutes -> change.plus(minutes, ChronoUnit.MINUTES)))
                .forEach(start -> entries.add(entry(entries.size(), start, SessionStatus.SCHEDULED)));
        return entries;
    }

    private static Stream<Instant> changes(ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(SINCE),
                        change -> change != null && change.getInstant().isBefore(UNTIL),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getInstant);
    }

    private static CalendarEntry entry(int number, Instant start, SessionStatus status) {
        return new CalendarEntry(
                "uid-" + number,
                number,
                "session-" + number,
                status,
                start,
                start.plus(30, ChronoUnit.MINUTES),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-02T00:00:00Z"),
                TOPIC,
                "Ben",
                "video",
                null);
    }
}
