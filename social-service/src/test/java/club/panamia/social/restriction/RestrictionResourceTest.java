package club.panamia.social.restriction;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Moderators limit and suspend actors. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class RestrictionResourceTest {

    private static final String RESTRICTIONS = "/api/social/restrictions";
    private static final String REASON = "Sells pills to everybody";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person flor;
    private Person moe;

    @BeforeEach
    void somebodyWithAFollower() {
        ana = joined("Ana");
        flor = joined("Flor");
        moe = new Seed().withRole("moe", "contentModerator");
        follows(flor, ana);
    }

    @Test
    void areFoundByNobodyOnceTheyAreSuspended() {
        var status = said(ana, "Hola", "public");
        var id = actorId(ana);
        for (var path : List.of("/ap/statuses/" + status, "/ap/actors/" + id + "/outbox", webFinger())) {
            anonymous().get(path).then().statusCode(200);
        }

        restrict(moe, id, "suspended").statusCode(204);

        for (var path : List.of(
                "/ap/statuses/" + status,
                "/ap/statuses/" + status + "/activity",
                "/ap/statuses/" + status + "/replies",
                "/ap/actors/" + id + "/outbox",
                "/ap/actors/" + id + "/followers",
                "/ap/actors/" + id + "/following",
                "/api/social/actors/ana",
                webFinger())) {
            anonymous().get(path).then().statusCode(404);
        }
        as(flor).get("/api/social/follows").then().body("items", empty());
        as(flor).get("/api/social/timelines/home").then().body("items", empty());
        as(flor).put("/api/social/actors/ana/follow").then().statusCode(404);
    }

    @Test
    void areToldToOtherServersToBeSuspended() {
        restrict(moe, actorId(ana), "suspended").statusCode(204);

        anonymous()
                .get("/ap/actors/" + actorId(ana))
                .then()
                .statusCode(200)
                .body("suspended", is(true))
                .body("id", is("http://localhost:8080/ap/actors/" + actorId(ana)))
                .body("$", not(hasKey("name")))
                .body("$", not(hasKey("summary")));
    }

    @Test
    void doNothingWhileTheyAreSuspended() {
        var flors = said(flor, "Hola", "public");
        restrict(moe, actorId(ana), "suspended").statusCode(204);

        post(ana, draft("Hola", "public")).statusCode(403).body("type", is("/problems/may-not-take-part"));
        as(ana).put("/api/social/statuses/" + flors + "/like").then().statusCode(403);
        as(ana).put("/api/social/statuses/" + flors + "/boost").then().statusCode(403);
        as(ana).put("/api/social/actors/flor/follow").then().statusCode(403);
        as(ana).get("/api/social/actors/me").then().body("eligible", is(false)).body("reason", is("suspended"));
    }

    @Test
    void handNothingOnWhileTheyAreSuspended() {
        var ben = joined("Ben");
        var status = said(ben, "Hola", "public");
        as(ana).put("/api/social/statuses/" + status + "/boost").then().statusCode(204);
        as(flor).get("/api/social/timelines/home").then().body("items.id", contains(status));

        restrict(moe, actorId(ana), "suspended").statusCode(204);

        as(flor).get("/api/social/timelines/home").then().body("items", empty());
    }

    @Test
    void areHeardByTheirFollowersWhileTheyAreLimited() {
        var status = said(ana, "Hola", "public");
        restrict(moe, actorId(ana), "limited").statusCode(204);

        as(flor).get("/api/social/timelines/home").then().body("items.id", contains(status));
        as(flor).get("/api/social/timelines/local").then().body("items.id", contains(status));
        as(joined("Stella")).get("/api/social/timelines/local").then().body("items", empty());
        anonymous().get("/api/social/statuses").then().body("items", empty());
        anonymous().get("/ap/statuses/" + status).then().statusCode(404);
        anonymous().get("/ap/actors/" + actorId(ana) + "/outbox").then().statusCode(404);
        anonymous().get("/ap/actors/" + actorId(ana)).then().statusCode(200).body("name", is("Name of Ana"));
        anonymous().get(webFinger()).then().statusCode(200);
    }

    @Test
    void areAsBeforeWhenItIsUndone() {
        var status = said(ana, "Hola", "public");
        restrict(moe, actorId(ana), "suspended").statusCode(204);
        restricted().body("items.username", contains("Ana")).body("items[0].standing", is("suspended"));

        as(moe).delete(RESTRICTIONS + "/" + actorId(ana)).then().statusCode(204);
        as(moe).delete(RESTRICTIONS + "/" + actorId(ana)).then().statusCode(204);

        restricted().body("items", empty());
        anonymous().get("/ap/statuses/" + status).then().statusCode(200);
        assertThat(trail()).containsExactly("actor-suspended", "actor-freed");
    }

    @Test
    void standInTheTrailOnceHoweverManyDecideIt() {
        var answers = Race.of(
                5, i -> () -> restrict(moe, actorId(ana), "limited").extract().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(trail()).containsExactly("actor-limited");
        assertThat(sql.rows("SELECT actor_id, reason FROM internal.security_event WHERE subject_id = ?", ana.id()))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).containsEntry("actor_id", moe.id()).containsEntry("reason", REASON));
        assertThat(sql.list(
                        String.class,
                        "SELECT payload ->> 'standing' FROM internal.event WHERE type = 'social.actor.restricted'"))
                .containsExactly("limited");
    }

    @Test
    void areRestrictedByModeratorsWithAReason() {
        var id = actorId(ana);

        restrict(flor, id, "limited").statusCode(403);
        as(flor).delete(RESTRICTIONS + "/" + id).then().statusCode(403);
        as(flor).get(RESTRICTIONS).then().statusCode(403);
        anonymous().get(RESTRICTIONS).then().statusCode(401);
        restrict(moe, "nobody", "limited").statusCode(404).body("type", is("/problems/no-such-actor"));
        restrict(moe, id, "exiled").statusCode(422);
        as(moe).contentType(ContentType.JSON)
                .body("{\"standing\": \"limited\", \"reason\": \"no\"}")
                .put(RESTRICTIONS + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].path", is("/reason"));
        assertThat(trail()).isEmpty();
    }

    private static String webFinger() {
        return "/.well-known/webfinger?resource=acct:ana@localhost";
    }

    private List<String> trail() {
        return sql.list(
                String.class, "SELECT action FROM internal.security_event WHERE subject_id = ? ORDER BY id", ana.id());
    }

    private ValidatableResponse restricted() {
        return as(moe).get(RESTRICTIONS).then().statusCode(200);
    }

    private static ValidatableResponse restrict(Person person, String actorId, String standing) {
        return as(person)
                .contentType(ContentType.JSON)
                .body("{\"standing\": \"%s\", \"reason\": \"%s\"}".formatted(standing, REASON))
                .put(RESTRICTIONS + "/" + actorId)
                .then();
    }
}
