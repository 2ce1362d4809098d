package club.panamia.mentoring.booking;

import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.mentoring.Asking;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RequestTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndSomebodyWithoutAProfile() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @Test
    void waitsForTheMentorAndTakesTheSlot() {
        var session = ask(ana, ben, "10:00")
                .then()
                .statusCode(201)
                .body("status", is("pending"))
                .body("role", is("mentee"))
                .body("scheduledAt", is(at("10:00").toString()))
                .body("endsAt", is(at("11:00").toString()))
                .body("priceCents", is(3000))
                .body("allowedActions", contains("cancel"))
                .extract();

        assertThat(session.header("Location")).endsWith("/api/mentoring/sessions/" + session.path("sessionId"));
        as(ben).get("/api/mentoring/sessions/" + session.path("sessionId"))
                .then()
                .statusCode(200)
                .body("topic", is("Glazes and kilns"))
                .body("mentorTimezone", is("America/New_York"))
                .body("menteeTimezone", is("Europe/Madrid"))
                .body("allowedActions", contains("accept", "decline", "cancel"));
        assertThat(sql.list(String.class, "SELECT user_id FROM internal.mentor_busy"))
                .containsExactlyInAnyOrder(ana.id(), ben.id());
        assertThat(sql.one(Integer.class, "SELECT version FROM mentor_sessions"))
                .as("it is written once")
                .isZero();
    }

    @Test
    void tellsOthersWithIdsOnly() {
        var session = Asking.asked(ana, ben, "10:00");

        var payload = new JsonPath(sql.one(
                String.class,
                "SELECT CAST(payload AS text) FROM internal.event WHERE type = 'mentoring.session.requested'"));
        assertThat(payload.getMap("$"))
                .containsOnlyKeys("sessionId", "mentorId", "menteeId", "actorId", "startsAt", "version")
                .containsEntry("sessionId", session)
                .containsEntry("mentorId", ben.id())
                .containsEntry("menteeId", ana.id())
                .containsEntry("actorId", ana.id())
                .containsEntry("startsAt", at("10:00").toString());
    }

    @Test
    void isScheduledAtOnceWhereTheMentorWishesSo() {
        Offering.also(ben, "{\"autoAccept\": true}");

        ask(ana, ben, "10:00").then().statusCode(201).body("status", is("scheduled"));

        assertThat(sql.list(String.class, "SELECT type FROM internal.event ORDER BY id"))
                .containsExactly("mentoring.session.requested", "mentoring.session.accepted");
        assertThat(sql.list(String.class, "SELECT kind FROM internal.session_due"))
                .containsExactlyInAnyOrder("day-before", "hour-before", "minutes-before");
    }

    @Test
    void isRefusedWithWhatIsFreeWhenTheSlotIsGone() {
        Asking.asked(seed.person("Cas"), ben, "10:00");

        ask(ana, ben, "10:30")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/slot-taken"))
                .body("nextSlots", hasSize(5))
                .body("nextSlots[0]", is(at("11:00").toString()));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM mentor_sessions")).isEqualTo(1);
    }

    @Test
    void isRefusedForSomebodyWhoMentorsThemselvesThen() {
        var cas = Offering.mentor("Cas");
        Asking.asked(ana, ben, "10:00");

        ask(ben, cas, "10:30").then().statusCode(409).body("type", endsWith("slot-taken"));
        ask(ana, cas, "10:30").then().statusCode(409).body("type", endsWith("slot-taken"));
        ask(ben, cas, "11:00").then().statusCode(201);
    }

    @Test
    void keepsThePausesOfTheMentor() {
        Offering.also(ben, "{\"bufferBefore\": 10, \"bufferAfter\": 20}");
        Asking.asked(ana, ben, "10:00");

        ask(seed.person("Cas"), ben, "11:00").then().statusCode(409);
        ask(seed.person("Dee"), ben, "11:30").then().statusCode(201);
    }

    @Test
    void isFreeForPlanningAndByTheMinuteElse() {
        ask(ana, ben, at("10:00"), ", \"duration\": 30").then().statusCode(201).body("priceCents", is(1500));

        as(ana).contentType("application/json")
                .body("""
                        {"mentor": "Ben", "startsAt": "%s", "topic": "The autumn fair", "sessionType": "panamia_planning", "duration": 60}
                        """.formatted(at("12:00")))
                .post("/api/mentoring/sessions")
                .then()
                .statusCode(201)
                .body("priceCents", is(0));
    }

    @Test
    void endsByItselfWithinTwoDaysAndBeforeTheNotice() {
        ask(ana, ben, "10:00").then().statusCode(201);
        var expires = sql.one(Timestamp.class, "SELECT request_expires_at FROM mentor_sessions")
                .toInstant();

        assertThat(expires)
                .isBetween(
                        Instant.now().plus(Duration.ofHours(47)), Instant.now().plus(Duration.ofHours(48)))
                .isBefore(at("09:00"));
    }

    @Test
    void isMadeOnceUnderOneKey() {
        var first = withKey();
        var second = withKey();

        assertThat(first).isEqualTo(second);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM mentor_sessions")).isEqualTo(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /mentor",
                "{\"mentor\": \"Ben\", \"startsAt\": \"tomorrow\"} | /startsAt",
                "{\"mentor\": \"Ben\", \"topic\": \"Hm\"} | /topic",
                "{\"mentor\": \"Ben\", \"sessionType\": \"therapy\"} | /sessionType",
                "{\"mentor\": \"Ben\", \"locationKind\": \"moon\"} | /locationKind",
                "{\"mentor\": \"Ben\", \"timezone\": \"Mars/Olympus\"} | /timezone",
                "{\"mentorEmail\": \"ben@example.org\"} | /mentorEmail",
            })
    void refusesABodyWithThePlace(String body, String path) {
        as(ana).contentType("application/json")
                .body(body)
                .post("/api/mentoring/sessions")
                .then()
                .statusCode(422)
                .body("errors.path", hasItem(path));
    }

    @Test
    void isForMembers() {
        anonymous()
                .contentType("application/json")
                .body("{}")
                .post("/api/mentoring/sessions")
                .then()
                .statusCode(401);
        seed.lock(ben);
        ask(ana, ben, "10:00").then().statusCode(404);
    }

    private String withKey() {
        return as(ana).contentType("application/json")
                .header("Idempotency-Key", "once")
                .body("""
                        {"mentor": "Ben", "startsAt": "%s", "topic": "Glazes and kilns", "sessionType": "artistic", "duration": 60}
                        """.formatted(at("10:00")))
                .post("/api/mentoring/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");
    }
}
