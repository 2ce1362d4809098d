package club.panamia.content.publication;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.content.Walk;
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

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PublicationResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;
    private String slug;

    @BeforeEach
    void anArticleOfTwo() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        slug = Walk.draft(ana, "Hola");
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
    }

    @Test
    void showsItToEverybody() {
        Walk.publish(ana, slug)
                .statusCode(200)
                .body("status", is("published"))
                .body("publishedAt", notNullValue())
                .body(
                        "allowed",
                        contains(
                                "readHistory",
                                "readRevisions",
                                "move",
                                "unshare",
                                "unpublish",
                                "announce",
                                "withdrawAnnouncement",
                                "hideComment",
                                "linkPost",
                                "pin"));

        anonymous().get("/api/articles/" + slug).then().statusCode(200).body("author.screenname", is("ana"));
        anonymous().get("/api/articles").then().body("items.slug", contains("hola"));
        assertThat(Walk.events()).last().isEqualTo("content.article.published");
        assertThat(Walk.lastEvent())
                .containsEntry("slug", "hola")
                .containsEntry("authorId", ana.id())
                .containsEntry("coAuthors", List.of(ben.id()));
    }

    @Test
    void happensOnceHoweverOftenTheButtonIsPressed() {
        var answers =
                Race.of(8, runner -> () -> Walk.publish(ana, slug).extract().statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(7);
        assertThat(Walk.events())
                .filteredOn("content.article.published"::equals)
                .hasSize(1);
    }

    @Test
    void endsAsItIsToldLast() {
        Walk.publish(ana, slug).statusCode(200);

        Race.of(
                8,
                runner -> () -> (runner % 2 == 0 ? Walk.unpublish(ana, slug) : Walk.publish(ana, slug))
                        .extract()
                        .statusCode());

        var steps = Walk.history().stream()
                .filter(step -> step.startsWith("article-"))
                .toList();
        for (var i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i)).isEqualTo(i % 2 == 0 ? "article-published" : "article-unpublished");
        }
        assertThat(Walk.statusOf(slug)).isEqualTo(steps.size() % 2 == 0 ? "draft" : "published");
    }

    @Test
    void isTakenBack() {
        Walk.publish(ana, slug).statusCode(200);
        var first = sql.one(String.class, "SELECT published_at::text FROM articles");

        Walk.unpublish(ana, slug).statusCode(200).body("status", is("draft"));
        anonymous().get("/api/articles/" + slug).then().statusCode(404);
        Walk.unpublish(ana, slug).statusCode(409);

        Walk.publish(ana, slug).statusCode(200);
        assertThat(sql.one(String.class, "SELECT published_at::text FROM articles"))
                .isEqualTo(first);
    }

    @Test
    void needsASecondPerson() {
        var alone = Walk.draft(ana, "Alone");

        Walk.publish(ana, alone).statusCode(409).body("type", is("/problems/article-needs-second-person"));

        assertThat(Walk.statusOf(alone)).isEqualTo("draft");
    }

    @Test
    void waitsForAnOpenReviewToEnd() {
        Walk.request(ana, slug, Walk.member("rio")).statusCode(200);

        Walk.publish(ana, slug).statusCode(409).body("articleStatus", is("pending_review"));
        Walk.cancelReview(ana, slug).statusCode(204);

        Walk.publish(ana, slug).statusCode(200);
    }

    @Test
    void isTheAuthors() {
        Walk.publish(ben, slug).statusCode(403).body("type", is("/problems/not-your-part"));
        Walk.publish(seed.person("zoe"), slug).statusCode(404);
        anonymous().put(Walk.path(slug, "/publication")).then().statusCode(401);

        Walk.publish(ana, slug).statusCode(200);
        Walk.unpublish(ben, slug).statusCode(403);
        Walk.unpublish(seed.person("eve"), slug).statusCode(403);
        anonymous().delete(Walk.path(slug, "/publication")).then().statusCode(401);
        assertThat(Walk.statusOf(slug)).isEqualTo("published");
    }
}
