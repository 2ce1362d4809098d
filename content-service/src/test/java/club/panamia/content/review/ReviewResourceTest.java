package club.panamia.content.review;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReviewResourceTest {

    private final Seed seed = new Seed();

    private Person ana;
    private Person rio;
    private String slug;

    @BeforeEach
    void aDraft() {
        ana = Walk.member("ana");
        rio = Walk.member("rio");
        slug = Walk.draft(ana, "Hola");
    }

    @Test
    void isAskedFor() {
        Walk.request(ana, slug, rio)
                .statusCode(200)
                .body("status", is("pending_review"))
                .body("review.userId", is(rio.id()))
                .body("review.checklist.factsVerified", is(false));

        assertThat(Walk.events()).containsExactly("content.review.requested");
        assertThat(Walk.lastEvent()).containsEntry("userId", rio.id()).containsEntry("reviewerId", rio.id());
        assertThat(Walk.history()).containsExactly("review-requested");
    }

    @Test
    void isAskedForOnceHoweverOftenTheButtonIsPressed() {
        var answers = Race.of(
                8, runner -> () -> Walk.request(ana, slug, rio).extract().statusCode());

        assertThat(answers).hasSize(8).containsOnly(200);
        assertThat(Walk.events()).containsExactly("content.review.requested");
    }

    @Test
    void goesToSomebodyElseAndWhatWasSaidStays() {
        var mia = Walk.member("mia");
        Walk.request(ana, slug, rio).statusCode(200);
        Walk.comment(rio, slug, Map.of("text", "Who says so?")).statusCode(200);

        Walk.request(ana, slug, mia).statusCode(200).body("review.screenname", is("mia"));

        Walk.manuscript(rio, slug).statusCode(404);
        Walk.manuscript(mia, slug).body("review.comments.text", contains("Who says so?"));
        Walk.approve(rio, slug, "any").statusCode(404);
    }

    @Test
    void isNotDoneByWhoWritesOrMight() {
        var ben = Walk.member("ben");
        Walk.invite(ana, slug, ben).statusCode(200);

        Walk.request(ana, slug, ben).statusCode(409).body("type", is("/problems/already-involved"));
        Walk.accept(ben, slug).statusCode(200);
        Walk.request(ana, slug, ben).statusCode(409);
        Walk.request(ben, slug, ana).statusCode(409);

        Walk.request(ben, slug, rio).statusCode(200);
    }

    @Test
    void isAskedOfMembersWithANameAndAProfile() {
        Walk.request(ana, slug, seed.person("shy")).statusCode(422).body("type", is("/problems/cannot-be-asked"));
        Walk.put(ana, Walk.path(slug, "/review"), Map.of("userId", " "))
                .statusCode(422)
                .body("errors[0].path", is("/userId"));
    }

    @Test
    void isCalledOff() {
        Walk.request(ana, slug, rio).statusCode(200);

        Walk.cancelReview(ana, slug).statusCode(204);

        Walk.manuscript(ana, slug)
                .body("status", is("draft"))
                .body("review.status", is("cancelled"))
                .body("review.userId", nullValue());
        Walk.manuscript(rio, slug).statusCode(404);
        assertThat(Walk.lastEvent()).containsEntry("reviewerId", rio.id());
        Walk.cancelReview(ana, slug).statusCode(409).body("articleStatus", is("draft"));
    }

    @Test
    void isGivenBackByTheReviewer() {
        Walk.request(ana, slug, rio).statusCode(200);

        Walk.cancelReview(rio, slug).statusCode(204);

        assertThat(Walk.statusOf(slug)).isEqualTo("draft");
    }

    @Test
    void isEndedByAModeratorWhereNobodyMoves() {
        var moe = seed.withRole("moe", "contentModerator");
        Walk.request(ana, slug, rio).statusCode(200);

        Walk.cancelReview(moe, slug).statusCode(204);

        assertThat(Walk.history()).containsExactly("review-requested", "review-cancelled");
    }

    @Test
    void isAskedForThirtyTimesADay() {
        for (var i = 0; i < 30; i++) {
            Walk.request(ana, slug, rio).statusCode(200);
        }

        Walk.request(ana, slug, rio).statusCode(429);
    }

    @Test
    void isForItsAuthors() {
        Walk.request(ana, slug, rio).statusCode(200);

        Walk.request(rio, slug, seed.person("zoe")).statusCode(403);
        Walk.request(seed.person("eve"), slug, rio).statusCode(404);
        anonymous().delete(Walk.path(slug, "/review")).then().statusCode(401);
    }
}
