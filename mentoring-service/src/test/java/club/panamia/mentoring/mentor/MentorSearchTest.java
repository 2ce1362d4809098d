package club.panamia.mentoring.mentor;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MentorSearchTest {

    private static final String MENTORS = "/api/mentoring/mentors";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String OFFER = """
            {"enabled": true, "expertise": ["Clay"], "languages": ["en", "es"], "bio": "Forty years of clay.",
             "goals": "To learn sales", "hourlyRate": 20, "videoIntroUrl": "https://example.org/v"}
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void readsItsIndex() {
        sql.run("INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM"
                + " generate_series(1, 5000) n");
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, mentoring)
                SELECT id, email, 'Profile', 'approved', true,
                       CASE WHEN right(screenname, 1) = '7' THEN '{"enabled": true}' ELSE '{"enabled": false}' END::jsonb
                  FROM users
                """);
        sql.run("""
                INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at, ends_at)
                SELECT a.id, b.id, 'A topic', 'artistic', timestamptz '2026-01-01', timestamptz '2026-01-01 01:00'
                  FROM users a JOIN users b ON b.screenname = 'person-1' AND b.id <> a.id
                """);
        sql.run("ANALYZE users");
        sql.run("ANALYZE profiles");
        sql.run("ANALYZE mentor_sessions");
        var all = MentorQuestion.of("nobody", new MentorSearch(), NOW);
        var clay = new MentorSearch();
        clay.expertise = List.of("Arcilla");
        var potters = MentorQuestion.of("nobody", clay, NOW);

        assertThat(Plan.of(pool, all.sql(), all.values()))
                .doesNotContain("Seq Scan on profiles", "Seq Scan on mentor_sessions");
        assertThat(Plan.of(pool, potters.sql(), potters.values()))
                .contains("profiles_mentoring_idx")
                .doesNotContain("Seq Scan on profiles", "Seq Scan on users");
        assertThat(Plan.forAnyValues(pool, all.sql(), all.values())).doesNotContain("Seq Scan on profiles");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expertise=ceramica | Ben",
                "expertise=Cerámica&expertise=taxes | Ben",
                "expertise=taxes | Ben,Cas",
                "language=es | Ben",
                "language=ES&language=en | Ben",
                "freeOnly=true | Cas",
                "maxRate=20 | Ben,Cas",
                "maxRate=19.99 | Cas",
                "sessionType=pana_support | Ben",
                "sessionType=artistic | Ben,Cas",
                "q=taxes | Ben,Cas",
                "q=profile cas | Cas",
                "expertise=taxes&freeOnly=true&language=en | Cas",
            })
    void findsWhomEverythingIsTrueOf(String query, String names) {
        var ben = mentor("Ben");
        Offering.offer(ben, """
                {"enabled": true, "expertise": ["Cerámica", "Taxes"], "languages": ["en", "es"], "bio": "Forty years.", "hourlyRate": 20}
                """);
        var cas = mentor("Cas");
        Offering.offer(
                cas, "{\"enabled\": true, \"expertise\": [\"taxes\"], \"languages\": [\"en\"], \"hourlyRate\": \"?\"}");
        Offering.availability(cas, "{\"sessionTypes\": [\"artistic\"]}");

        as(seed.person("Ana"))
                .get(MENTORS + "?" + query)
                .then()
                .statusCode(200)
                .body("items.screenname", contains((Object[]) names.split(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standing", "name", "experience", "rating"})
    void pagesInEachOrderWithoutLoss(String sort) {
        var ana = seed.person("Ana");
        for (var i = 0; i < 9; i++) {
            held(mentor("mentor-" + (char) ('a' + (i * 4) % 9)), ana, i % 3);
        }

        var seen = new ArrayList<String>();
        var counts = new ArrayList<Integer>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .queryParam("sort", sort)
                    .get(MENTORS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.screenname", String.class));
            counts.addAll(page.jsonPath().getList("items.sessionsHeld", Integer.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(9).doesNotHaveDuplicates();
        switch (sort) {
            case "name" -> assertThat(seen).isSorted();
            case "experience" ->
                assertThat(counts)
                        .isSortedAccordingTo(Comparator.reverseOrder())
                        .contains(0, 1, 2);
            default ->
                assertThat(seen)
                        .isEqualTo(sql.list(
                                String.class,
                                "SELECT u.screenname FROM profiles p JOIN users u ON u.id = p.user_id ORDER BY p.id"));
        }
    }

    @Test
    void putsThoseFirstWhomManyFoundGood() {
        var ana = seed.person("Ana");
        held(mentor("Ben"), ana, 1);
        held(mentor("Cas"), ana, 4);
        held(mentor("Dee"), ana, 1);
        mentor("Eva");
        sql.run("""
                INSERT INTO internal.session_feedback (session_id, side, rating)
                SELECT s.id, side, CASE WHEN side = 'mentor' THEN 1 WHEN u.screenname = 'Dee' THEN 1 ELSE 5 END
                  FROM mentor_sessions s JOIN users u ON u.id = s.mentor_user_id, unnest(ARRAY['mentor', 'mentee']) side
                """);

        as(ana).get(MENTORS + "?sort=rating")
                .then()
                .statusCode(200)
                .body("items.screenname", contains("Cas", "Ben", "Eva", "Dee"));
    }

    @Test
    void showsARatingOnceThreePeopleHaveGivenOne() {
        var ben = mentor("Ben");
        var ana = seed.person("Ana");
        held(ben, ana, 3);
        sql.run("INSERT INTO internal.session_feedback (session_id, side, rating) SELECT id, 'mentee', 4 FROM"
                + " mentor_sessions LIMIT 2");
        as(ana).get(MENTORS).then().body("items[0].sessionsHeld", is(3)).body("items[0]", not(hasKey("rating")));

        sql.run("INSERT INTO internal.session_feedback (session_id, side, rating) SELECT id, 'mentee', 5 FROM"
                + " mentor_sessions s WHERE NOT EXISTS (SELECT FROM internal.session_feedback f WHERE f.session_id"
                + " = s.id)");
        as(ana).get(MENTORS).then().body("items[0].rating", is(4.3f));
    }

    @ParameterizedTest
    @CsvSource({
        "sort=price, sort",
        "maxRate=-1, maxRate",
        "maxRate=1001, maxRate",
        "sessionType=therapy, sessionType",
        "freeOnly=maybe, freeOnly",
        "cursor=nonsense, cursor",
    })
    void refusesWhatItDoesNotKnow(String query, String path) {
        as(seed.person("Ana")).get(MENTORS + "?" + query).then().statusCode(422).body("errors[0].path", is(path));
    }

    private void held(Person mentor, Person mentee, int sessions) {
        sql.run("""
                INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at, ends_at, status, completed_at)
                SELECT ?, ?, 'A topic', 'artistic', t, t + interval '60 minutes', 'completed', t
                  FROM generate_series(1, ?) n, LATERAL (SELECT timestamptz '2026-01-01' + n * interval '1 day' AS t) times
                """, mentor.id(), mentee.id(), sessions);
    }

    private Person mentor(String screenname) {
        var person = seed.person(screenname);
        var profile = seed.approvedProfile(person);
        sql.run("UPDATE profiles SET mentoring = CAST(? AS jsonb) WHERE id = ?", OFFER, profile);
        return person;
    }
}
