package club.panamia.mentoring.calendar;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CalendarResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndAMentee() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @Test
    void holdsWhatIsAskedForAndAgreedOn() {
        asked(ana, ben, "10:00");
        agreed(ana, ben, "12:00");
        var off = agreed(ana, ben, "14:00");
        step(ana, off, "cancellation", "{\"reason\": \"Ill\"}").then().statusCode(200);

        var calendar = read(feed(ana));

        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("METHOD:PUBLISH\r\n", "STATUS:TENTATIVE\r\n", "STATUS:CONFIRMED\r\n")
                .contains("DTSTART:" + utc("10:00"), "DTEND:" + utc("13:00"), "SUMMARY:Glazes and kilns (Person Ben)")
                .doesNotContain("STATUS:CANCELLED", "DTSTART:" + utc("14:00"));
        assertThat(read(feed(ben))).contains("(Person Ana)");
    }

    @Test
    void holdsNobodysAddress() {
        agreed(ana, ben, "12:00");

        assertThat(read(feed(ana))).doesNotContain("example.org", "mailto", "ATTENDEE", "ORGANIZER");
    }

    @Test
    void keepsTheIdentityOfASessionThatMoves() {
        var session = agreed(ana, ben, "10:00");
        var uid = line(one(ana, session), "UID:");
        assertThat(one(ana, session)).contains("SEQUENCE:0\r\n", "DTSTART:" + utc("10:00"));

        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("19:00")))
                .then()
                .statusCode(200);
        step(ben, session, "proposal/acceptance").then().statusCode(200);
        assertThat(one(ben, session))
                .contains(uid, "SEQUENCE:1\r\n", "DTSTART:" + utc("19:00"), "STATUS:CONFIRMED\r\n");

        step(ana, session, "cancellation", "{\"reason\": \"Ill\"}").then().statusCode(200);
        assertThat(one(ben, session)).contains(uid, "SEQUENCE:2\r\n", "STATUS:CANCELLED\r\n");
    }

    @Test
    void opensWithItsSecretUntilThereIsAnother() {
        var first = feed(ana);
        read(first);

        var second = feed(ana);
        read(second);
        given().get(URI.create(first).getPath()).then().statusCode(404).contentType("application/problem+json");

        as(ana).delete("/api/mentoring/calendar-feed").then().statusCode(204);
        given().get(URI.create(second).getPath()).then().statusCode(404);
        as(ana).get("/api/mentoring/calendar-feed").then().statusCode(200).body("$", not(hasKey("since")));
    }

    @Test
    void keepsOnlyTheHashOfTheSecret() {
        var url = feed(ana);
        var secret = url.substring(url.lastIndexOf('/') + 1).replace(".ics", "");

        assertThat(secret).hasSize(43);
        assertThat(sql.list(String.class, "SELECT CAST(to_jsonb(f) AS text) FROM internal.calendar_feed f"))
                .hasSize(1)
                .noneMatch(row -> row.contains(secret));
        as(ana).get("/api/mentoring/calendar-feed")
                .then()
                .body("$", hasKey("since"))
                .body("$", not(hasKey("url")));
    }

    @Test
    void isClosedToWhoIsLockedOrHasNothingToDoWithIt() {
        var url = feed(ana);
        var session = agreed(ana, ben, "10:00");

        as(seed.person("Cas"))
                .get("/api/mentoring/sessions/" + session + "/calendar.ics")
                .then()
                .statusCode(404);
        anonymous()
                .get("/api/mentoring/sessions/" + session + "/calendar.ics")
                .then()
                .statusCode(401);
        anonymous().put("/api/mentoring/calendar-feed").then().statusCode(401);
        given().get("/api/mentoring/calendars/guess.ics").then().statusCode(404);
        seed.lock(ana);
        given().get(URI.create(url).getPath()).then().statusCode(404);
    }

    private static String feed(Person person) {
        return as(person)
                .put("/api/mentoring/calendar-feed")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
    }

    private static String read(String url) {
        return given().get(URI.create(url).getPath())
                .then()
                .statusCode(200)
                .contentType(startsWith("text/calendar"))
                .extract()
                .asString();
    }

    private static String one(Person person, String session) {
        return as(person)
                .get("/api/mentoring/sessions/" + session + "/calendar.ics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String line(String calendar, String start) {
        return calendar.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static String utc(String time) {
        return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(at(time));
    }
}
