package club.panamia.social.aversion;

import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class BlocksResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
        follows(ana, ben);
        follows(ben, ana);
    }

    @Test
    void endWhatWasBetweenTwoAndSilenceThemForEachOther() {
        var hers = said(ana, "Hola", "public");
        var his = said(ben, "Hola", "public");

        as(ana).put("/api/social/blocks/BEN").then().statusCode(204);
        as(ana).put("/api/social/blocks/ben").then().statusCode(204);

        as(ben).get("/api/social/statuses/" + hers).then().statusCode(404);
        as(ana).get("/api/social/statuses/" + his).then().statusCode(404);
        anonymous().get("/api/social/statuses/" + his).then().statusCode(200);
        as(ana).get("/api/social/blocks").then().statusCode(200).body("items.username", contains("Ben"));
        as(ben).get("/api/social/blocks").then().body("items.size()", is(0));
        assertThat(sql.list(Integer.class, "SELECT following_count + followers_count FROM social_actors"))
                .containsOnly(0);
        assertThat(sql.list(String.class, "SELECT type FROM internal.event WHERE type LIKE 'social.follow.%'"))
                .containsExactly("social.follow.undone", "social.follow.undone");
        assertThat(sql.rows(
                        "SELECT actor_id, payload ->> 'blockerUserId' AS blocker, payload ->> 'blockedUserId' AS blocked"
                                + " FROM internal.event WHERE type = 'social.actor.blocked'"))
                .containsExactly(Map.of("actor_id", ana.id(), "blocker", ana.id(), "blocked", ben.id()));

        as(ana).delete("/api/social/blocks/ben").then().statusCode(204);
        as(ana).delete("/api/social/blocks/ben").then().statusCode(204);
        as(ben).get("/api/social/statuses/" + hers).then().statusCode(200);
    }

    @Test
    void ofTheOtherKindLeaveThemOffOnesTimelinesOnly() {
        var his = said(ben, "Hola #x @ana", "public");
        as(ana).put("/api/social/mutes/ben").then().statusCode(204);
        assertThat(sql.list(String.class, "SELECT id FROM internal.event WHERE type = 'social.actor.blocked'"))
                .isEmpty();

        for (var path : List.of("/statuses", "/timelines/home", "/timelines/local", "/mentions")) {
            as(ana).get("/api/social" + path).then().statusCode(200).body("items.size()", is(0));
            as(ben).get("/api/social/statuses").then().body("items.size()", is(1));
        }
        as(ana).get("/api/social/statuses/" + his).then().statusCode(200);
        as(ana).get("/api/social/actors/ben/statuses").then().body("items.size()", is(1));
        assertThat(sql.one(Integer.class, "SELECT following_count FROM social_actors WHERE username = 'Ana'"))
                .isEqualTo(1);

        as(ana).delete("/api/social/mutes/ben").then().statusCode(204);
        as(ana).get("/api/social/timelines/home").then().body("items.id", contains(his));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocks", "mutes"})
    void refuseWhatCannotBe(String kind) {
        as(ana).put("/api/social/" + kind + "/ana").then().statusCode(409).body("type", is("/problems/not-yourself"));
        as(ana).put("/api/social/" + kind + "/nobody").then().statusCode(404);
        anonymous().put("/api/social/" + kind + "/ben").then().statusCode(401);
        anonymous().get("/api/social/" + kind).then().statusCode(401);
        as(ana).get("/api/social/" + kind + "?cursor=x").then().statusCode(422);
    }
}
