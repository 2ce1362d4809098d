package club.panamia.social.actor;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Fediverse;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ActorResourceTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(strings = {"Ana-Clay", "ana-clay", "ANA-CLAY"})
    void showsAnActorHoweverTheNameIsSpelled(String username) {
        var ana = Fediverse.participant("Ana-Clay");

        var shown = anonymous()
                .get("/api/social/actors/" + username)
                .then()
                .statusCode(200)
                .body("username", is("Ana-Clay"))
                .body("domain", is("localhost"))
                .body("type", is("Person"))
                .body("name", is("Name of Ana-Clay"))
                .body("statusCount", is(0))
                .extract();

        assertThat(shown.jsonPath().getMap("$").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "id",
                        "username",
                        "domain",
                        "uri",
                        "type",
                        "name",
                        "summary",
                        "fields",
                        "followingCount",
                        "followersCount",
                        "statusCount",
                        "manuallyApprovesFollowers",
                        "discoverable",
                        "indexable",
                        "createdAt",
                        "emojis");
        assertThat(shown.asString()).doesNotContainIgnoringCase("key").doesNotContain(ana.id(), ana.email());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET social_eligible = false",
                "UPDATE profiles SET user_id = NULL",
                "UPDATE users SET locked_at = now()",
                "UPDATE social_actors SET profile_id = NULL",
            })
    void hidesWhoMayNotBeSeen(String change) {
        Fediverse.participant("ana");
        sql.run(change);

        anonymous().get("/api/social/actors/ana").then().statusCode(404).body("type", is("/problems/no-such-actor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "zoe", "%25", "a%27b", "%F0%9F%98%80"})
    void knowsNobodyElse(String username) {
        Fediverse.participant("ana");
        Fediverse.stranger("zoe");

        anonymous()
                .urlEncodingEnabled(false)
                .get("/api/social/actors/" + username)
                .then()
                .statusCode(404);
    }

    @Test
    void readsItsIndexes() {
        sql.run("INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM"
                + " generate_series(1, 3000) n");
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, reviewed_at)
                SELECT id, email, 'Person', 'approved', true, now() FROM users
                """);
        sql.run("""
                INSERT INTO social_actors (username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url, public_key)
                SELECT u.screenname, 'localhost', p.id, u.id, 'i', 'o', 'f', 'g', 'k' FROM users u JOIN profiles p ON p.user_id = u.id
                """);
        sql.run(
                "INSERT INTO internal.proven_link (actor_id, value, url, verified_at, checked_at) SELECT a.id, n, n, now(), now()"
                        + " FROM social_actors a, generate_series(1, 3) n");
        Planner.knows("users, profiles, social_actors, internal.proven_link");
        var person = sql.one(String.class, "SELECT id FROM users WHERE screenname = 'person-7'");

        for (var sqlAndValue :
                new String[][] {{Actors.BY_USERNAME, "person-7@localhost", "localhost"}, {Actors.OF_PERSON, person}}) {
            var values = sqlAndValue.length == 2 ? Tuple.of(sqlAndValue[1]) : Tuple.of(sqlAndValue[1], sqlAndValue[2]);
            assertThat(Plan.of(pool, sqlAndValue[0], values)).contains("Index").doesNotContain("Seq Scan");
            assertThat(Plan.forAnyValues(pool, sqlAndValue[0], values))
                    .contains("Index")
                    .doesNotContain("Seq Scan");
        }
    }
}
