package club.panamia.engagement.follow;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FollowResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @ParameterizedTest
    @ValueSource(strings = {"Ben", "ben", "BEN"})
    void followsHoweverTheNameIsSpelled(String spelling) {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");

        as(ana).put("/api/follows/" + spelling).then().statusCode(204);
        as(ana).put("/api/follows/" + spelling).then().statusCode(204);

        assertThat(followedBy(ana)).containsExactly(ben.id());
    }

    @Test
    void followsOnceAlsoWhenAskedManyTimesAtOnce() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");

        var statuses = Race.of(20, i -> () -> as(ana).put("/api/follows/Ben").statusCode());

        assertThat(statuses).containsOnly(204);
        assertThat(followedBy(ana)).containsExactly(ben.id());
    }

    @Test
    void followsNoLonger() {
        var ana = seed.person("Ana");
        seed.person("Ben");
        var cas = seed.person("Cas");
        as(ana).put("/api/follows/Ben").then().statusCode(204);
        as(ana).put("/api/follows/Cas").then().statusCode(204);

        as(ana).delete("/api/follows/ben").then().statusCode(204);
        as(ana).delete("/api/follows/ben").then().statusCode(204);
        as(ana).delete("/api/follows/nobody").then().statusCode(204);

        assertThat(followedBy(ana)).containsExactly(cas.id());
        assertThat(sql.list(
                        String.class,
                        "SELECT payload ->> 'followerId' FROM internal.event WHERE type = 'engagement.follow.ended'"))
                .containsExactly(ana.id());
    }

    @Test
    void followsNoLongerSomebodyWhoIsLocked() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        as(ana).put("/api/follows/Ben").then().statusCode(204);
        seed.lock(ben);

        as(ana).delete("/api/follows/Ben").then().statusCode(204);

        assertThat(followedBy(ana)).isEmpty();
    }

    @Test
    void refusesMyself() {
        var ana = seed.person("Ana");

        as(ana).put("/api/follows/ana")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/cannot-follow-yourself"));

        assertThat(followedBy(ana)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsNobodyWhereOneBlocksTheOther(boolean iBlock) {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var mine = actor(ana);
        var theirs = actor(ben);
        sql.run(
                "INSERT INTO internal.actor_block (actor_id, target_actor_id) VALUES (?, ?)",
                iBlock ? mine : theirs,
                iBlock ? theirs : mine);

        as(ana).put("/api/follows/Ben").then().statusCode(404).body("type", is("/problems/no-such-person"));

        assertThat(followedBy(ana)).isEmpty();
    }

    @Test
    void waitsForABlockThatIsBeingMade() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var block = "INSERT INTO internal.actor_block (actor_id, target_actor_id) VALUES ('%s', '%s')"
                .formatted(actor(ben), actor(ana));

        var status = Race.behind(block, () -> as(ana).put("/api/follows/Ben").statusCode());

        assertThat(status).isEqualTo(404);
        assertThat(followedBy(ana)).isEmpty();
    }

    private String actor(Person person) {
        return sql.one(String.class, """
                INSERT INTO social_actors (username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url,
                                           public_key, name)
                SELECT v.n, 'localhost', ?, b || v.n, b || v.n || '/inbox', b || v.n || '/outbox', b || v.n || '/followers',
                       b || v.n || '/following', 'PUBLIC KEY', v.n
                  FROM (SELECT CAST(? AS text) AS n, 'http://localhost:8080/ap/actors/' AS b) AS v
                RETURNING id
                """, seed.approvedProfile(person), person.screenname());
    }

    @Test
    void knowsNobodyWhoIsLockedOrDoesNotExist() {
        var ana = seed.person("Ana");
        seed.lock(seed.person("Ben"));

        as(ana).put("/api/follows/Ben").then().statusCode(404).body("type", is("/problems/no-such-person"));
        as(ana).put("/api/follows/nobody").then().statusCode(404);

        assertThat(followedBy(ana)).isEmpty();
    }

    @Test
    void slowsDownWhoFollowsTheWholeTown() {
        var ana = seed.person("Ana");
        seed.person("Ben");
        for (var i = 0; i < 60; i++) {
            as(ana).put("/api/follows/nobody").then().statusCode(404);
        }

        as(ana).put("/api/follows/Ben")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/too-many-requests"));

        assertThat(followedBy(ana)).isEmpty();
    }

    @Test
    void isForMembersOnPagesOfOurs() {
        var ana = seed.person("Ana");
        seed.person("Ben");

        anonymous().put("/api/follows/Ben").then().statusCode(401);
        anonymous().delete("/api/follows/Ben").then().statusCode(401);
        given().cookie(COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .put("/api/follows/Ben")
                .then()
                .statusCode(403)
                .body("type", is("/problems/wrong-origin"));

        assertThat(followedBy(ana)).isEmpty();
    }

    private List<String> followedBy(Person follower) {
        return sql.list(String.class, "SELECT following_id FROM user_follows WHERE follower_id = ?", follower.id());
    }
}
