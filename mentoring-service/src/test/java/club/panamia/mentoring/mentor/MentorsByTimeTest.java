package club.panamia.mentoring.mentor;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mentors by when they are free, as that was reckoned beforehand. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class MentorsByTimeTest {

    private static final String MENTORS = "/api/mentoring/mentors";
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void putsWhoeverIsFreeSoonestFirst() {
        var ana = seed.person("Ana");
        free("Ben", "[2030-01-03T09:00Z, 2030-01-03T12:00Z)");
        free("Cas", "[2030-01-02T09:00Z, 2030-01-02T12:00Z)");
        free("Dee", "[2030-01-02T09:00Z, 2030-01-02T09:01Z), [2030-02-01T09:00Z, 2030-02-01T10:00Z)");
        Offering.mentor("Eva");

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("limit", 1)
                    .queryParam("cursor", cursor)
                    .queryParam("sort", "soonest")
                    .get(MENTORS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.screenname", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("Cas", "Dee", "Ben");
        as(ana).get(MENTORS + "?sort=soonest").then().body("items[0].nextSlotAt", is("2030-01-02T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-02T00:00:00Z, 2030-01-03T00:00:00Z, Cas",
        "2030-01-02T00:00:00-05:00, 2030-01-03T06:00:00-05:00, 'Ben,Cas'",
        "2030-01-03T11:59:00Z, 2030-01-03T12:30:00Z, Ben",
        "2030-01-03T12:00:00Z, 2030-01-03T12:30:00Z, ''",
        "2030-01-01T00:00:00Z, , 'Ben,Cas'"
    })
    void findsWhoeverIsFreeAtSomeTimeBetween(String from, String to, String names) {
        var ana = seed.person("Ana");
        free("Ben", "[2030-01-03T09:00Z, 2030-01-03T12:00Z)");
        free("Cas", "[2030-01-02T09:00Z, 2030-01-02T12:00Z)");
        Offering.mentor("Eva");

        var found = as(ana).queryParam("availableFrom", from)
                .queryParam("availableTo", to == null ? List.of() : List.of(to))
                .get(MENTORS)
                .then()
                .statusCode(200);

        found.body(
                "items.screenname", names.isEmpty() ? is(List.of()) : containsInAnyOrder((Object[]) names.split(",")));
    }

    @Test
    void countsFromNowOn() {
        free("Ben", "[2020-01-03T09:00Z, 2020-01-03T12:00Z)");
        free("Cas", "[2030-01-02T09:00Z, 2030-01-02T12:00Z)");

        as(seed.person("Ana"))
                .get(MENTORS + "?availableTo=2030-02-01T00:00:00Z&sort=soonest")
                .then()
                .statusCode(200)
                .body("items.screenname", contains("Cas"));
    }

    @ParameterizedTest
    @CsvSource({
        "availableFrom=tomorrow, availableFrom",
        "availableTo=2030-01-01, availableTo",
        "availableFrom=2030-01-02T00:00:00Z&availableTo=2030-01-02T00:00:00Z, availableTo",
        "availableTo=2020-01-01T00:00:00Z, availableTo",
        "availableFrom=%2B999999-01-01T00:00:00Z, availableFrom",
        "sort=soonest&cursor=nonsense, cursor"
    })
    void refusesWhatIsNoTime(String query, String path) {
        as(seed.person("Ana"))
                .urlEncodingEnabled(false)
                .get(MENTORS + "?" + query)
                .then()
                .statusCode(422)
                .body("errors[0].path", is(path));
    }

    @Test
    void readsNoMoreThanItShows() {
        sql.run("INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM"
                + " generate_series(1, 5000) n");
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, mentoring)
                SELECT id, email, 'Profile', 'approved', true, '{"enabled": true}' FROM users
                """);
        sql.run("""
                INSERT INTO internal.mentor_opening (user_id, reckoned_at, next_at, openings)
                SELECT u.id, now(), t.at, tstzmultirange(tstzrange(t.at, t.at + interval '3 hours'))
                  FROM users u, LATERAL (SELECT timestamptz '2030-01-01' + substr(u.screenname, 8)::int * interval '10 minutes' AS at) t
                """);
        List.of("users", "profiles", "internal.mentor_opening").forEach(table -> sql.run("ANALYZE " + table));
        var soonest = new MentorSearch();
        soonest.sort = "soonest";
        var ranked = MentorQuestion.of("nobody", soonest, NOW);
        var tuesday = new MentorSearch();
        tuesday.availableFrom = "2030-01-02T09:00:00Z";
        tuesday.availableTo = "2030-01-02T10:00:00Z";
        var filtered = MentorQuestion.of("nobody", tuesday, NOW);

        assertThat(Plan.of(pool, ranked.sql(), ranked.values()))
                .contains("mentor_opening_next_at_idx")
                .doesNotContain("Seq Scan on profiles", "Seq Scan on users", "Seq Scan on mentor_opening");
        assertThat(Plan.of(pool, filtered.sql(), filtered.values()))
                .contains("mentor_opening_openings_idx")
                .doesNotContain("Seq Scan on profiles", "Seq Scan on users", "Seq Scan on mentor_opening");
    }

    private void free(String screenname, String openings) {
        var person = Offering.mentor(screenname);
        sql.run("""
                INSERT INTO internal.mentor_opening (user_id, reckoned_at, next_at, openings)
                SELECT ?, now(), lower(o), o FROM (SELECT CAST(? AS tstzmultirange) AS o) given
                """, person.id(), "{" + openings + "}");
    }
}
