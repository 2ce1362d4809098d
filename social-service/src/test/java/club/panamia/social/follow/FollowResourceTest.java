package club.panamia.social.follow;

import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FollowResourceTest {

    private static final String BEN = "/api/social/actors/ben/follow";
    private static final String MINE = "/api/social/follows";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void followsOnceHoweverOftenAndHoweverManyAtOnce() {
        Race.of(6, n -> () -> as(ana).put(BEN).then().statusCode(200).body("state", is("accepted")));

        assertThat(counts()).containsExactly("Ana 1 0", "Ben 0 1");
        assertThat(events()).containsExactly("social.follow.accepted");
        assertThat(sql.one(
                        Boolean.class,
                        "SELECT payload ->> 'followerUserId' = ? AND payload ->> 'followedUserId' = ? FROM"
                                + " internal.event",
                        ana.id(),
                        ben.id()))
                .isTrue();
        as(ana).get(MINE).then().statusCode(200).body("items.username", contains("Ben"));
        as(ben).get(MINE + "?type=followers").then().statusCode(200).body("items.username", contains("Ana"));
    }

    @Test
    void endsOnceFromEitherSide() {
        as(ana).put(BEN).then().statusCode(200);
        as(ana).delete(BEN).then().statusCode(204);
        as(ana).delete(BEN).then().statusCode(204);
        assertThat(counts()).containsExactly("Ana 0 0", "Ben 0 0");
        as(ana).put(BEN).then().statusCode(200);
        as(ben).delete(MINE + "/followers/ana").then().statusCode(204);
        as(ben).delete(MINE + "/followers/ana").then().statusCode(204);

        assertThat(counts()).containsExactly("Ana 0 0", "Ben 0 0");
        assertThat(events())
                .containsExactly(
                        "social.follow.accepted",
                        "social.follow.undone",
                        "social.follow.accepted",
                        "social.follow.undone");
        assertThat(sql.list(String.class, "SELECT DISTINCT payload ->> 'followerUserId' FROM internal.event"))
                .containsExactly(ana.id());
    }

    @Test
    void waitsForTheAnswerOfWhoDecidesThemselves() {
        sql.run("UPDATE social_actors SET manually_approves_followers = true WHERE username = 'Ben'");
        as(ana).put(BEN).then().body("state", is("pending"));
        assertThat(counts()).containsExactly("Ana 0 0", "Ben 0 0");
        as(ana).get(MINE).then().body("items.size()", is(0));
        var request = as(ben).get(MINE + "?type=requests")
                .then()
                .body("items.username", contains("Ana"))
                .extract()
                .jsonPath()
                .getString("items[0].id");

        as(ana).put(MINE + "/requests/" + request).then().statusCode(404);
        var answers = Race.of(
                4,
                n -> () -> as(ben).put(MINE + "/requests/" + request)
                        .then()
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 404);
        assertThat(counts()).containsExactly("Ana 1 0", "Ben 0 1");
        assertThat(events()).containsExactly("social.follow.requested", "social.follow.accepted");
        as(ana).put(BEN).then().body("state", is("accepted"));
    }

    @Test
    void staysRefusedUntilTheWishIsTakenBack() {
        sql.run("UPDATE social_actors SET manually_approves_followers = true WHERE username = 'Ben'");
        as(ana).put(BEN);
        var request = sql.one(String.class, "SELECT id FROM social_follows");
        as(ben).delete(MINE + "/requests/" + request).then().statusCode(204);

        as(ana).put(BEN).then().body("state", is("rejected"));
        as(ben).put(MINE + "/requests/" + request).then().statusCode(404);
        as(ana).delete(BEN).then().statusCode(204);
        as(ana).put(BEN).then().body("state", is("pending"));
        assertThat(events()).doesNotContain("social.follow.accepted", "social.follow.undone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE profiles SET social_eligible = false WHERE email LIKE 'ben%'",
                "UPDATE profiles SET active = false WHERE email LIKE 'ben%'",
                "UPDATE users SET locked_at = now() WHERE screenname = 'Ben'",
            })
    void cannotFollowWhoIsNotThere(String change) {
        sql.run(change);

        as(ana).put(BEN).then().statusCode(404).body("type", is("/problems/no-such-actor"));
    }

    @Test
    void refusesWhatCannotBe() {
        as(ana).put("/api/social/actors/ana/follow")
                .then()
                .statusCode(409)
                .body("type", is("/problems/cannot-follow-yourself"));
        as(ana).put("/api/social/actors/nobody/follow").then().statusCode(404);
        as(new Seed().person("Nil")).put(BEN).then().statusCode(403);
        anonymous().put(BEN).then().statusCode(401);
        anonymous().get(MINE).then().statusCode(401);
        as(ana).get(MINE + "?type=enemies").then().statusCode(422);
        blocks(ben, ana);
        as(ana).put(BEN).then().statusCode(404);

        assertThat(sql.list(String.class, "SELECT id FROM social_follows")).isEmpty();
    }

    @Test
    void twoCanFollowEachOtherAtTheSameMoment() {
        for (var round = 0; round < 5; round++) {
            Race.of(
                    2,
                    n -> () -> (n == 0 ? as(ana).put(BEN) : as(ben).put("/api/social/actors/ana/follow"))
                            .then()
                            .statusCode(200));
            assertThat(counts()).containsExactly("Ana 1 1", "Ben 1 1");
            Race.of(
                    2,
                    n -> () -> (n == 0 ? as(ana).delete(BEN) : as(ben).delete("/api/social/actors/ana/follow"))
                            .then()
                            .statusCode(204));
            assertThat(counts()).containsExactly("Ana 0 0", "Ben 0 0");
        }
    }

    private List<String> counts() {
        return sql.list(
                String.class,
                "SELECT username || ' ' || following_count || ' ' || followers_count AS c FROM social_actors ORDER"
                        + " BY c");
    }

    private List<String> events() {
        return sql.list(String.class, "SELECT type FROM internal.event WHERE type LIKE 'social.%' ORDER BY id");
    }
}
