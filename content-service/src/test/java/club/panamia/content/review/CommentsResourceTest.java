package club.panamia.content.review;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
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
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CommentsResourceTest {

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
    void standAtAPassageOfARevision() {
        Walk.comment(rio, slug, Map.of("text", " Who says so? ", "contentRef", "A first word"))
                .statusCode(200)
                .body("review.comments.text", contains("Who says so?"))
                .body("review.comments[0].contentRef", is("A first word"))
                .body("review.comments[0].screenname", is("rio"))
                .body("review.comments[0].revision", is(Walk.revision(rio, slug)))
                .body("review.comments[0].resolved", is(false));

        assertThat(Walk.events()).last().isEqualTo("content.review.commented");
        assertThat(Walk.history()).containsExactly("review-requested");
    }

    @Test
    void areAnswered() {
        var first = said(Walk.comment(rio, slug, Map.of("text", "Who says so?")));

        Walk.comment(ana, slug, Map.of("text", "My aunt.", "inReplyTo", first))
                .statusCode(200)
                .body("review.comments[1].screenname", is("ana"))
                .body("review.comments[1].inReplyTo", is(first));

        Walk.comment(ana, slug, Map.of("text", "My aunt.", "inReplyTo", "nothing"))
                .statusCode(404)
                .body("type", is("/problems/no-such-comment"));
    }

    @Test
    void areResolvedAndOpenedAgain() {
        var id = said(Walk.comment(rio, slug, Map.of("text", "Who says so?")));

        for (var again = 0; again < 2; again++) {
            as(ana).put(resolution(id))
                    .then()
                    .statusCode(200)
                    .body("review.comments[0].resolved", is(true))
                    .body("review.comments[0].resolvedAt", notNullValue());
        }
        as(rio).put(resolution(id)).then().statusCode(403);

        as(rio).delete(resolution(id))
                .then()
                .statusCode(200)
                .body("review.comments[0].resolved", is(false))
                .body("review.comments[0].resolvedAt", nullValue());
        as(ana).put(resolution("nothing")).then().statusCode(404);
        anonymous().put(resolution(id)).then().statusCode(401);
    }

    @Test
    void areNotLostThatAreMadeAtTheSameTime() {
        var answers = Race.of(
                8,
                runner -> () -> Walk.comment(runner % 2 == 0 ? rio : ana, slug, Map.of("text", "Remark " + runner))
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnly(200);
        Walk.manuscript(ana, slug).body("review.comments", hasSize(8));
    }

    @Test
    void areTwoHundredAtMost() {
        sql.run("""
                UPDATE articles SET reviewed_by = reviewed_by || jsonb_build_object('comments', (
                  SELECT jsonb_agg(jsonb_build_object('id', 'c' || n, 'text', 'x')) FROM generate_series(1, 200) n))
                """);

        Walk.comment(rio, slug, Map.of("text", "One more"))
                .statusCode(409)
                .body("type", is("/problems/too-many-comments"));
    }

    @Test
    void areBetweenTheReviewerAndTheAuthors() {
        var eva = Walk.member("eva");
        Walk.object(rio, slug, "Who says so?").statusCode(200);
        Walk.invite(ana, slug, eva).statusCode(200);

        Walk.comment(eva, slug, Map.of("text", "Hm.")).statusCode(403);
        Walk.comment(Walk.member("zoe"), slug, Map.of("text", "Hm.")).statusCode(404);
        anonymous().post(Walk.path(slug, "/review/comments")).then().statusCode(401);
        as(eva).get(Walk.path(slug, "/manuscript")).then().body("review", nullValue());
    }

    @Test
    void needAReview() {
        var other = Walk.draft(ana, "Other");

        Walk.comment(ana, other, Map.of("text", "Hm.")).statusCode(404).body("type", is("/problems/no-review"));
    }

    @Test
    void haveTheirLimits() {
        Walk.comment(rio, slug, Map.of("text", "")).statusCode(422).body("errors[0].path", is("/text"));
        Walk.comment(rio, slug, Map.of("text", "x".repeat(2001))).statusCode(422);
        Walk.comment(rio, slug, Map.of("text", "x", "contentRef", "y".repeat(501)))
                .statusCode(422)
                .body("errors[0].path", is("/contentRef"));
        Walk.comment(rio, slug, Map.of("text", "x", "resolved", true)).statusCode(422);
    }

    private static String said(ValidatableResponse answer) {
        return answer.statusCode(200).extract().path("review.comments[0].id");
    }

    private String resolution(String id) {
        return Walk.path(slug, "/review/comments/" + id + "/resolution");
    }
}
