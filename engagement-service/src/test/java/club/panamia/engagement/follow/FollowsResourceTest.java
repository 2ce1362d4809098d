package club.panamia.engagement.follow;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FollowsResourceTest {

    private static final String FOLLOWS = "/api/follows";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void listsBothDirectionsNewestFirst() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var cas = seed.person("Cas");
        follow(ana, ben, "2026-03-01T12:00Z");
        follow(ana, cas, "2026-03-02T12:00Z");
        follow(cas, ana, "2026-03-03T12:00Z");
        follow(cas, ben, "2026-03-04T12:00Z");

        as(ana).get(FOLLOWS)
                .then()
                .statusCode(200)
                .body("items.person.screenname", contains("Cas", "Ben"))
                .body("items[0].person.id", is(cas.id()))
                .body("items[0].person.name", is("Person Cas"))
                .body("items[0].followedAt", is("2026-03-02T12:00:00Z"))
                .body("items[0]", not(hasKey("followId")));
        as(ana).get(FOLLOWS + "?type=followers")
                .then()
                .statusCode(200)
                .body("items.person.screenname", contains("Cas"))
                .body("items[0].followedAt", is("2026-03-03T12:00:00Z"));
    }

    @Test
    void showsNoAddress() {
        var ana = seed.person("Ana");
        follow(ana, seed.person("Ben"), "2026-03-01T12:00Z");

        var answer = as(ana).get(FOLLOWS).then().statusCode(200).extract().asString();

        assertThat(answer).contains("Ben").doesNotContain("@", "email");
    }

    @Test
    void leavesOutWhoIsLocked() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        follow(ana, ben, "2026-03-01T12:00Z");
        follow(ben, ana, "2026-03-01T12:00Z");
        seed.lock(ben);

        as(ana).get(FOLLOWS).then().statusCode(200).body("items", empty());
        as(ana).get(FOLLOWS + "?type=followers").then().statusCode(200).body("items", empty());
    }

    @Test
    void pagesWithoutLossAlsoWhereTimesAreEqual() {
        var ana = seed.person("Ana");
        for (var i = 10; i < 23; i++) {
            follow(seed.person("fan-" + i), ana, "2026-03-01T12:00:00.00000%dZ".formatted(i / 5));
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("type", "followers")
                    .queryParam("limit", 4)
                    .queryParam("cursor", cursor)
                    .get(FOLLOWS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.person.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .isEqualTo(sql.list(
                        String.class, "SELECT follower_id FROM user_follows ORDER BY created_at DESC, id DESC"))
                .hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({"type=enemies, type", "limit=0, limit", "cursor=nonsense, cursor"})
    void refusesWhatItDoesNotKnow(String query, String path) {
        as(seed.person("Ana"))
                .get(FOLLOWS + "?" + query)
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].path", is(path));
    }

    @Test
    void isForMembers() {
        anonymous().get(FOLLOWS).then().statusCode(401).body("type", is("/problems/not-signed-in"));
    }

    @ParameterizedTest
    @CsvSource({"following, user_follows_following_idx", "followers, user_follows_followers_idx"})
    void readsItsIndexes(String type, String index) {
        sql.run(
                "INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM generate_series(0, 99) n");
        sql.run("""
                INSERT INTO user_follows (follower_id, following_id, created_at)
                SELECT a.id, b.id, timestamptz '2026-01-01' + random() * interval '90 days'
                  FROM users a JOIN users b ON a.id <> b.id
                """);
        sql.run("ANALYZE user_follows");
        sql.run("ANALYZE users");
        var someone = sql.one(String.class, "SELECT id FROM users WHERE screenname = 'person-7'");
        var values = Follows.values(someone, new FollowQuery());

        assertThat(Plan.of(pool, Follows.page(type), values))
                .contains(index)
                .doesNotContain("Seq Scan on user_follows");
        assertThat(Plan.forAnyValues(pool, Follows.page(type), values)).doesNotContain("Seq Scan on user_follows");
    }

    private void follow(Person follower, Person following, String time) {
        sql.run(
                "INSERT INTO user_follows (follower_id, following_id, created_at) VALUES (?, ?, CAST(? AS timestamptz))",
                follower.id(),
                following.id(),
                time);
    }
}
