package club.panamia.mentoring.busycalendar;

import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.Person;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** People's calendars on a server of somebody else. */
final class OtherServer {

    static final String SECRET = "/private-8d1f/basic.ics";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private OtherServer() {}

    static Response give(Person owner, HttpStub server) {
        return give(owner, server.url(SECRET));
    }

    static Response give(Person owner, String url) {
        return as(owner)
                .contentType("application/json")
                .body("{\"url\": \"%s\"}".formatted(url))
                .put("/api/mentoring/busy-calendar");
    }

    static String calendar(Instant from, Instant until) {
        return """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                PRODID:-//Somebody//Else//EN\r
                BEGIN:VEVENT\r
                UID:dentist\r
                DTSTAMP:20260101T000000Z\r
                SUMMARY:The dentist\r
                DTSTART:%s\r
                DTEND:%s\r
                END:VEVENT\r
                END:VCALENDAR\r
                """.formatted(UTC.format(from), UTC.format(until));
    }

    static int run(ReadBusyCalendars job) {
        try {
            return VertxContextSupport.subscribeAndAwait(job::some);
        } catch (Throwable failure) {
            throw new AssertionError("the job failed", failure);
        }
    }
}
