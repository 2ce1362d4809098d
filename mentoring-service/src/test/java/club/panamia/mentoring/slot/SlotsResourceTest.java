package club.panamia.mentoring.slot;

import static club.panamia.mentoring.Asking.at;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.Asking;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SlotsResourceTest {

    private static final ZoneId MIAMI = ZoneId.of("America/New_York");

    /** The statement within the function. */
    private static final String INSIDE = """
            SELECT substring(prosrc FROM 'RETURN \\((.*)\\);\\s*END') FROM pg_proc
             WHERE oid = 'internal.mentor_timetable'::regproc
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    private Person ana;
    private Person ben;
    private LocalDate day;

    @BeforeEach
    void aMentor() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
        day = LocalDate.now(MIAMI).plusDays(3);
    }

    @Test
    void showsADayOnBothClocks() {
        slots("ben", "duration=60&tz=Europe/Madrid")
                .body("mentor", is("Ben"))
                .body("mentorTimezone", is("America/New_York"))
                .body("timezone", is("Europe/Madrid"))
                .body("tzdata", matchesPattern("[0-9]{4}[a-z]"))
                .body("slots.startsAt", hasItem(at("09:00").toString()))
                .body("slots.endsAt", hasItem(at("17:00").toString()))
                .body(
                        "slots.find { it.startsAt == '%s' }.mentorTime".formatted(at("09:00")),
                        matchesPattern(".*T09:00:00-0[45]:00"))
                .body(
                        "slots.find { it.startsAt == '%s' }.localTime".formatted(at("09:00")),
                        matchesPattern(".*T1[45]:00:00\\+0[12]:00"));
    }

    @Test
    void saysWhetherAnythingHasChanged() {
        var query = "/api/mentoring/mentors/Ben/slots?from=%s&to=%s&duration=60&tz=Europe/Madrid".formatted(day, day);
        var tag = as(ana).get(query).then().statusCode(200).extract().header("ETag");

        as(ana).header("If-None-Match", tag).get(query).then().statusCode(304).header("ETag", is(tag));
        Asking.ask(ana, ben, "10:00").then().statusCode(201);

        as(ana).header("If-None-Match", tag).get(query).then().statusCode(200).header("ETag", not(tag));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyIsAskedWhereOneBlocksTheOther(boolean iBlock) {
        seed.approvedProfile(ana);
        Offering.block(iBlock ? ana : ben, iBlock ? ben : ana);

        as(ana).get("/api/mentoring/mentors/Ben/slots?from=%s&to=%s&duration=60&tz=Europe/Madrid".formatted(day, day))
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-such-mentor"));
        Asking.ask(ana, ben, "10:00").then().statusCode(404).body("type", is("/problems/no-such-mentor"));
        as(ana).get("/api/mentoring/mentors").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void hasRoomForFifteenSessionsOfAnHourInEightHours() {
        slots("Ben", "duration=60&tz=America/New_York").body("slots", hasSize(15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET mentoring = mentoring || '{\"enabled\": false}'",
                "UPDATE users SET locked_at = now() WHERE screenname = 'Ben'",
            })
    void hidesWhoCannotBeAsked(String change) {
        sql.run(change);

        as(ana).get("/api/mentoring/mentors/Ben/slots")
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-such-mentor"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=tomorrow, from",
        "from=2030-02-30, from",
        "from=2030-01-01&to=2030-02-01, to",
        "from=2030-01-02&to=2030-01-01, to",
        "duration=45, duration",
        "tz=Mars/Olympus, tz",
    })
    void refusesWhatItDoesNotKnow(String query, String path) {
        as(ana).get("/api/mentoring/mentors/Ben/slots?" + query)
                .then()
                .statusCode(422)
                .body("errors[0].path", is(path));
    }

    @Test
    void isForMembers() {
        anonymous().get("/api/mentoring/mentors/Ben/slots").then().statusCode(401);
        as(ana).get("/api/mentoring/mentors/Nobody/slots").then().statusCode(404);
        as(ana).get("/api/mentoring/mentors/Ben/slots").then().statusCode(200);
    }

    @Test
    void readsIndexesOnly() {
        sql.run("INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM"
                + " generate_series(1, 500) n");
        sql.run("""
                INSERT INTO internal.mentor_busy (user_id, during, held_by, held_until)
                SELECT id, tstzrange(timestamptz '2030-01-01', timestamptz '2030-01-02'), id, now() FROM users""");
        sql.run("""
                INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at, ends_at)
                SELECT a.id, b.id, 'A topic', 'artistic', t, t + interval '60 minutes'
                  FROM users a JOIN users b ON b.screenname = 'Ben' AND a.id <> b.id,
                       generate_series(timestamptz '2030-01-01', '2030-01-08', interval '1 day') t""");
        sql.run("INSERT INTO internal.busy_calendar (user_id, address, given_at, due_at) SELECT id, '', now(), now()"
                + " FROM users");
        sql.run("ANALYZE users");
        sql.run("ANALYZE internal.busy_calendar");
        sql.run("ANALYZE mentor_sessions");
        sql.run("ANALYZE internal.mentor_busy");
        var now = Instant.now();

        var plan = Plan.of(
                pool,
                sql.one(String.class, INSIDE),
                Timetables.values("Ben", ana.id(), new Stretch(now, now.plus(31, ChronoUnit.DAYS)), now));

        assertThat(plan)
                .contains("users_screenname_")
                .doesNotContain("Seq Scan on mentor_sessions")
                .doesNotContain("Seq Scan on mentor_busy")
                .doesNotContain("Seq Scan on busy_calendar")
                .doesNotContain("Seq Scan on users");
    }

    private ValidatableResponse slots(String mentor, String query) {
        return as(ana).get("/api/mentoring/mentors/%s/slots?from=%s&to=%s&%s".formatted(mentor, day, day, query))
                .then()
                .statusCode(200);
    }
}
