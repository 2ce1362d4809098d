package club.panamia.content.review;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class OverrideResourceTest {

    private static final String WHY = "The reviewer has not answered.";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person rio;
    private Person moe;

    @BeforeEach
    void anArticleThatWaitsForItsReviewer() {
        ana = seed.person("ana");
        rio = Walk.member("rio");
        moe = seed.withRole("moe", "contentModerator");
        Walk.draft(ana, "Hola");
        Walk.request(ana, "hola", rio).statusCode(200);
    }

    @Test
    void letsAModeratorVouchForWhatTheyHaveRead() {
        var revision = Walk.revision(moe, "hola");

        override(moe, revision, WHY).statusCode(204);

        assertThat(Walk.events()).last().isEqualTo("content.review.overridden");
        assertThat(Walk.lastEvent()).containsEntry("userId", rio.id()).doesNotContainKey("reason");
        assertThat(Walk.history()).last().isEqualTo("review-overridden " + WHY);
        Walk.publish(ana, "hola").statusCode(200);
        anonymous()
                .get("/api/articles/hola")
                .then()
                .body("reviewedBy.screenname", is("moe"))
                .body("reviewedBy.revision", is(revision));
    }

    @Test
    void letsAModeratorVouchForWhatTheReviewerGaveBack() {
        Walk.object(rio, "hola", "I do not like it.").statusCode(200);

        override(moe, Walk.revision(moe, "hola"), WHY).statusCode(204);

        Walk.manuscript(ana, "hola").body("status", is("draft")).body("review.status", is("approved"));
    }

    @Test
    void vouchesForNothingThatWasNotRead() {
        var seen = Walk.revision(moe, "hola");
        Walk.change(ana, "hola", "*", "{\"content\": \"Something else.\"}").statusCode(200);

        override(moe, seen, WHY).statusCode(409).body("type", is("/problems/revision-changed"));
    }

    @Test
    void isDecidedByOneOfTheTwo() {
        var revision = Walk.revision(moe, "hola");

        var answers = Race.of(
                2,
                i -> () -> i == 0
                        ? override(moe, revision, WHY).extract().statusCode()
                        : Walk.approve(rio, "hola", revision).extract().statusCode());

        assertThat(answers).filteredOn(status -> status < 300).hasSize(1);
        assertThat(Walk.history())
                .filteredOn(step -> step.matches("review-(approved|overridden.*)"))
                .hasSize(1);
    }

    @Test
    void isForModeratorsWithoutAPartInIt() {
        var revision = Walk.revision(ana, "hola");
        var both = seed.withRole("pia", "contentModerator");
        Walk.draft(both, "Own");
        Walk.request(both, "own", rio).statusCode(200);

        override(ana, revision, WHY).statusCode(403);
        override(rio, revision, WHY).statusCode(403);
        Walk.put(both, Walk.path("own", "/review/override"), Map.of("revision", revision, "reason", WHY))
                .statusCode(403)
                .body("type", is("/problems/not-your-part"));
        anonymous().put(Walk.path("hola", "/review/override")).then().statusCode(401);
        override(moe, revision, "too short").statusCode(422).body("errors[0].path", is("/reason"));
    }

    @Test
    void needsAnOpenReview() {
        var revision = Walk.revision(moe, "hola");
        override(moe, revision, WHY).statusCode(204);
        Walk.publish(ana, "hola").statusCode(200);

        override(seed.withRole("mia", "contentModerator"), revision, WHY)
                .statusCode(409)
                .body("type", is("/problems/article-in-wrong-state"));
    }

    @Test
    void remindsAReviewerEveryThreeDays() {
        remind(ana).statusCode(409).body("type", is("/problems/reminded-lately"));
        threeDaysPass();

        remind(ana).statusCode(204);
        remind(moe).statusCode(409);

        assertThat(Walk.events()).last().isEqualTo("content.review.reminded");
        assertThat(Walk.lastEvent()).containsEntry("userId", rio.id());
        assertThat(Walk.history()).last().isEqualTo("review-reminded");
    }

    @Test
    void remindsOnceHoweverOftenItIsClicked() {
        threeDaysPass();

        var answers = Race.of(4, i -> () -> remind(ana).extract().statusCode());

        assertThat(answers).containsOnlyOnce(204);
        assertThat(Walk.history()).filteredOn("review-reminded"::equals).hasSize(1);
    }

    @Test
    void isForThoseWhoWait() {
        threeDaysPass();

        remind(rio).statusCode(403).body("type", is("/problems/not-your-part"));
        remind(seed.person("zoe")).statusCode(404);
        anonymous().put(Walk.path("hola", "/review/reminder")).then().statusCode(401);
        Walk.cancelReview(ana, "hola").statusCode(204);
        remind(ana).statusCode(409).body("type", is("/problems/article-in-wrong-state"));
    }

    private void threeDaysPass() {
        sql.run("UPDATE internal.article_history SET created_at = created_at - interval '3 days'");
    }

    private static ValidatableResponse remind(Person person) {
        return as(person).put(Walk.path("hola", "/review/reminder")).then();
    }

    private static ValidatableResponse override(Person person, String revision, String why) {
        return Walk.put(person, Walk.path("hola", "/review/override"), Map.of("revision", revision, "reason", why));
    }
}
