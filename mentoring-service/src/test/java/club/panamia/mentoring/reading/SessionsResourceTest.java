package club.panamia.mentoring.reading;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SessionsResourceTest {

    private static final String SESSIONS = "/api/mentoring/sessions";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void listsBothSidesOfAPersonLatestFirst() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var cas = seed.person("Cas");
        Booked.session(ana, ben, "Glazes", "2026-03-01T15:00Z");
        Booked.session(cas, ana, "Taxes", "2026-03-02T15:00Z");
        Booked.session(ben, cas, "Not hers", "2026-03-03T15:00Z");

        as(ana).get(SESSIONS)
                .then()
                .statusCode(200)
                .body("items.topic", contains("Taxes", "Glazes"))
                .body("items.role", contains("mentee", "mentor"))
                .body("items.counterpart.screenname", contains("Cas", "Ben"))
                .body("items[0].counterpart.id", is(cas.id()))
                .body("items[0].counterpart.name", is("Person Cas"))
                .body("items[0].scheduledAt", is("2026-03-02T15:00:00Z"))
                .body("items[0].endsAt", is("2026-03-02T16:00:00Z"))
                .body("items[0].status", is("pending"))
                .body("items[0].sessionType", is("knowledge_transfer"))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void showsNoAddressAndNoNotes() {
        var ana = seed.person("Ana");
        Booked.session(ana, seed.person("Ben"), "Glazes", "2026-03-01T15:00Z");

        var answer = as(ana).get(SESSIONS).then().statusCode(200).extract().asString();

        assertThat(answer).contains("Glazes").doesNotContain("@", "email", "Bring the books.");
    }

    @Test
    void keepsTheSessionOfSomebodyWhoIsGone() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var done = Booked.session(ana, ben, "Glazes", "2026-03-01T15:00Z");
        Booked.become(done, "status = 'completed', completed_at = now()");
        sql.run(
                "UPDATE users SET scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL,"
                        + " screenname = NULL, name = NULL WHERE id = ?",
                ben.id());

        as(ana).get(SESSIONS)
                .then()
                .statusCode(200)
                .body("items.topic", contains("Glazes"))
                .body("items[0]", not(hasKey("counterpart")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "role=mentor | Glazes,Kilns",
                "role=mentee | Taxes",
                "role=all | Glazes,Kilns,Taxes",
                "status=pending | Taxes",
                "status=all | Glazes,Kilns,Taxes",
                "status=pending&status=scheduled | Kilns,Taxes",
                "status=declined&role=mentor | Glazes",
            })
    void filters(String query, String topics) {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        Booked.become(
                Booked.session(ana, ben, "Glazes", "2026-03-01T15:00Z"),
                "status = 'declined', declined_at = now(), decline_reason = 'Away'");
        Booked.become(Booked.session(ana, ben, "Kilns", "2026-03-02T15:00Z"), "status = 'scheduled'");
        Booked.session(ben, ana, "Taxes", "2026-03-03T15:00Z");

        as(ana).get(SESSIONS + "?" + query).then().statusCode(200).body("items.topic", containsInAnyOrder((Object[])
                topics.split(",")));
    }

    @Test
    void pagesThroughBothSidesWithoutLossAlsoWhereTimesAreEqual() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        for (var i = 0; i < 25; i++) {
            var time = "2026-03-0%dT15:00Z".formatted(1 + i / 4);
            Booked.session(i % 3 == 0 ? ana : ben, i % 3 == 0 ? ben : ana, "Topic " + i, time);
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get(SESSIONS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .isEqualTo(sql.list(String.class, "SELECT id FROM mentor_sessions ORDER BY scheduled_at DESC, id DESC"))
                .hasSize(25);
    }

    @ParameterizedTest
    @CsvSource({
        "status=lost, status/0",
        "role=boss, role",
        "limit=0, limit",
        "limit=101, limit",
        "cursor=nonsense, cursor",
    })
    void refusesWhatItDoesNotKnow(String query, String path) {
        as(seed.person("Ana"))
                .get(SESSIONS + "?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].path", is(path));
    }

    @Test
    void isForMembers() {
        var ana = seed.person("Ana");

        anonymous().get(SESSIONS).then().statusCode(401).body("type", is("/problems/not-signed-in"));
        as(ana).get(SESSIONS).then().statusCode(200).body("items", empty());
        seed.lock(ana);
        as(ana).get(SESSIONS).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentor", "mentee", "all"})
    void readsItsIndexes(String role) {
        seedSessions();
        var someone = sql.one(String.class, "SELECT id FROM users WHERE screenname = 'person-7'");
        var values = MentorSessions.values(someone, new SessionQuery());

        assertThat(Plan.of(pool, MentorSessions.list(role), values))
                .contains("mentor_sessions_" + ("mentee".equals(role) ? "mentee" : "mentor") + "_idx")
                .doesNotContain("Seq Scan on mentor_sessions");
        assertThat(Plan.forAnyValues(pool, MentorSessions.list(role), values))
                .doesNotContain("Seq Scan on mentor_sessions");
    }

    /** Five thousand among a hundred people. */
    private void seedSessions() {
        sql.run("INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM"
                + " generate_series(0, 99) n");
        sql.run("""
                INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at, ends_at)
                SELECT a.id, b.id, 'Topic ' || n, 'artistic', t, t + interval '60 minutes'
                  FROM generate_series(1, 5000) n
                  CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01' + n * interval '1 hour' AS t) times
                  JOIN users a ON a.screenname = 'person-' || n % 100
                  JOIN users b ON b.screenname = 'person-' || (n + 1 + n % 97) % 100
                """);
        sql.run("ANALYZE mentor_sessions");
        sql.run("ANALYZE users");
    }
}
