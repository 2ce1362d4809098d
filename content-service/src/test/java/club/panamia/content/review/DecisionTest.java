package club.panamia.content.review;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DecisionTest {

    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person rio;
    private String slug;

    @BeforeEach
    void anArticleUnderReview() {
        ana = Walk.member("ana");
        rio = Walk.member("rio");
        slug = Walk.draft(ana, "Hola");
        Walk.request(ana, slug, rio).statusCode(200);
    }

    @Test
    void vouchesForWhatWasRead() {
        var revision = Walk.revision(rio, slug);

        Walk.approve(rio, slug, revision)
                .statusCode(200)
                .body("status", is("draft"))
                .body("review.status", is("approved"))
                .body("review.revision", is(revision))
                .body("review.approvedAt", notNullValue());

        Walk.publish(ana, slug).statusCode(200);
        anonymous()
                .get("/api/articles/" + slug)
                .then()
                .body("reviewedBy.screenname", is("rio"))
                .body("reviewedBy.revision", is(revision));
        assertThat(Walk.history()).containsExactly("review-requested", "review-approved", "article-published");
    }

    @Test
    void vouchesForNothingElse() {
        var read = Walk.revision(rio, slug);
        Walk.change(ana, slug, "*", "{\"content\": \"Something else.\"}").statusCode(200);

        Walk.approve(rio, slug, read)
                .statusCode(409)
                .body("type", is("/problems/revision-changed"))
                .body("revision", is(Walk.revision(rio, slug)));

        assertThat(Walk.statusOf(slug)).isEqualTo("pending_review");
    }

    @Test
    void holdsNoLongerOnceTheTextIsAnother() {
        Walk.approve(rio, slug, Walk.revision(rio, slug)).statusCode(200);
        Walk.change(ana, slug, "*", "{\"tags\": [\"food\"]}").body("review.status", is("approved"));

        Walk.change(ana, slug, "*", "{\"title\": \"Adiós\"}")
                .statusCode(200)
                .body("review.status", is("outdated"))
                .body("review.revision", nullValue());

        Walk.publish(ana, slug).statusCode(409).body("type", is("/problems/article-needs-second-person"));
        assertThat(Walk.history()).last().isEqualTo("review-outdated");
        Walk.request(ana, slug, rio).statusCode(200);
        Walk.approve(rio, slug, Walk.revision(rio, slug)).statusCode(200);
        Walk.publish(ana, slug).statusCode(200);
    }

    @Test
    void neverHoldsForATextThatNobodyRead() {
        var read = Walk.revision(rio, slug);

        Race.of(
                8,
                runner -> () -> (runner % 2 == 0
                                ? Walk.approve(rio, slug, read)
                                : Walk.change(ana, slug, "*", "{\"content\": \"Edit " + runner + ".\"}"))
                        .extract()
                        .statusCode());

        assertThat(sql.one(String.class, "SELECT reviewed_by ->> 'status' FROM articles"))
                .isIn("outdated", "pending");
        assertThat(Walk.revision(ana, slug)).isNotEqualTo(read);
        Walk.publish(ana, slug).statusCode(409);
    }

    @Test
    void isMadeOnce() {
        var read = Walk.revision(rio, slug);

        var answers = Race.of(
                8,
                runner ->
                        () -> (runner % 2 == 0 ? Walk.approve(rio, slug, read) : Walk.object(rio, slug, "Who says so?"))
                                .extract()
                                .statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(7);
        assertThat(Walk.events()).hasSize(2);
    }

    @Test
    void saysWhatMustChange() {
        Walk.object(rio, slug, "  Who says so? ")
                .statusCode(200)
                .body("status", is("revision_needed"))
                .body("review.status", is("revision_needed"))
                .body("review.comments.text", contains("Who says so?"));

        assertThat(Walk.lastEvent()).doesNotContainValue("Who says so?");
        Walk.publish(ana, slug).statusCode(409).body("articleStatus", is("revision_needed"));
        Walk.request(ana, slug, rio).statusCode(200).body("status", is("pending_review"));
    }

    @Test
    void wantsAWholeChecklistAndAReason() {
        var revision = Walk.revision(rio, slug);

        Walk.put(
                        rio,
                        Walk.path(slug, "/review/approval"),
                        Map.of("revision", revision, "checklist", Map.of("factsVerified", true)))
                .statusCode(422)
                .body("type", is("/problems/checklist-incomplete"));
        Walk.put(rio, Walk.path(slug, "/review/approval"), Map.of("revision", revision))
                .statusCode(422)
                .body("errors[0].path", is("/checklist"));
        Walk.object(rio, slug, " ").statusCode(422).body("errors[0].path", is("/text"));
        Walk.object(rio, slug, "x".repeat(2001)).statusCode(422);
        assertThat(Walk.statusOf(slug)).isEqualTo("pending_review");
    }

    @Test
    void isTheReviewersAlone() {
        var revision = Walk.revision(ana, slug);

        Walk.approve(ana, slug, revision).statusCode(403).body("type", is("/problems/not-your-part"));
        Walk.object(ana, slug, "No.").statusCode(403);
        Walk.approve(Walk.member("zoe"), slug, revision).statusCode(404);
        anonymous().put(Walk.path(slug, "/review/approval")).then().statusCode(401);
        anonymous().put(Walk.path(slug, "/review/objection")).then().statusCode(401);
    }

    @Test
    void cannotBeMadeAboutWhatIsPublishedOrRemoved() {
        var ben = Walk.member("ben");
        Walk.cancelReview(ana, slug).statusCode(204);
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
        Walk.request(ana, slug, rio).statusCode(200);
        sql.run("UPDATE articles SET status = 'published', published_at = now()");

        Walk.object(rio, slug, "Take it back!").statusCode(409);
        sql.run("UPDATE articles SET status = 'removed', removed_at = now(), removal_reason = 'Against the rules.'");
        Walk.approve(rio, slug, Walk.revision(rio, slug)).statusCode(409);

        assertThat(Walk.statusOf(slug)).isEqualTo("removed");
    }
}
