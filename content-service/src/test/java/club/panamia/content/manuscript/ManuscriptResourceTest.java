package club.panamia.content.manuscript;

import static club.panamia.testing.http.Callers.anonymous;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Walk;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ManuscriptResourceTest {

    private final Seed seed = new Seed();

    private Person ana;
    private Person ben;
    private Person eva;
    private Person dan;
    private Person rio;
    private String slug;

    @BeforeEach
    void anArticleWithAllItsPeople() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        eva = Walk.member("eva");
        dan = Walk.member("dan");
        rio = Walk.member("rio");
        slug = Walk.draft(ana, "Hola");
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.invite(ana, slug, eva).statusCode(200);
        Walk.invite(ana, slug, dan).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
        Walk.leave(dan, slug).statusCode(204);
        Walk.request(ana, slug, rio).statusCode(200);
    }

    @Test
    void showsTheAuthorEverything() {
        Walk.manuscript(ana, slug)
                .statusCode(200)
                .body("part", is("author"))
                .body("author", is("ana"))
                .body("status", is("pending_review"))
                .body("coAuthors.screenname", contains("ben", "eva", "dan"))
                .body("coAuthors.status", contains("accepted", "pending", "declined"))
                .body("coAuthors[1].invitationMessage", is("Write with me."))
                .body("review.screenname", is("rio"))
                .body("review.status", is("pending"))
                .body("review.invitationMessage", is("Is it right?"))
                .body("allowed", hasItem("cancelReview"));
    }

    @Test
    void showsCoAuthorsTheReviewAndNobodysInvitation() {
        Walk.manuscript(ben, slug)
                .statusCode(200)
                .body("part", is("coauthor"))
                .body("coAuthors.screenname", contains("ben", "eva"))
                .body("coAuthors[1].invitationMessage", nullValue())
                .body("review.screenname", is("rio"));
    }

    @Test
    void showsTheInvitedWhatTheyWouldSign() {
        Walk.manuscript(eva, slug)
                .statusCode(200)
                .body("part", is("invited"))
                .body("content", is("A first word."))
                .body("coAuthors[1].invitationMessage", is("Write with me."))
                .body("review", nullValue())
                .body("allowed", containsInAnyOrder("accept", "leave"));
    }

    @Test
    void showsTheReviewerWhatTheyAreAsked() {
        Walk.manuscript(rio, slug)
                .statusCode(200)
                .body("part", is("reviewer"))
                .body("review.invitationMessage", is("Is it right?"))
                .body("coAuthors[1].invitationMessage", nullValue())
                .body("allowed", containsInAnyOrder("cancelReview", "decide", "comment"));
    }

    @Test
    void showsModeratorsWhatHasLeftItsAuthorsHands() {
        var moe = seed.withRole("moe", "contentModerator");

        Walk.manuscript(moe, slug)
                .statusCode(200)
                .body("part", is("moderator"))
                .body("review", nullValue())
                .body("allowed", containsInAnyOrder("readHistory", "cancelReview", "remind", "override", "unfeature"));

        Walk.cancelReview(ana, slug).statusCode(204);
        Walk.manuscript(moe, slug).statusCode(404);
    }

    @Test
    void isNobodyElsesBusiness() {
        Walk.manuscript(dan, slug).statusCode(404);
        Walk.manuscript(seed.person("zoe"), slug).statusCode(404).body("type", is("/problems/no-such-article"));
        Walk.manuscript(ana, "nothing").statusCode(404);
        anonymous().get(Walk.path(slug, "/manuscript")).then().statusCode(401);
    }

    @Test
    void isNoReadersBusinessOfAPublishedOneEither() {
        seed.publishedArticle(ana, "public");

        Walk.manuscript(seed.person("zoe"), "public").statusCode(404);
        Walk.manuscript(ana, "public").statusCode(200);
    }
}
