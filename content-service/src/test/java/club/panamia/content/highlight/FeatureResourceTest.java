package club.panamia.content.highlight;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Walk;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FeatureResourceTest {

    private final Seed seed = new Seed();

    private Person ana;
    private Person ben;
    private Person moe;

    @BeforeEach
    void twoPublishedArticles() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        moe = seed.withRole("moe", "contentModerator");
        publish("Hola");
        publish("Adios");
    }

    @Test
    void listsWhatIsFeaturedAndNothingElse() {
        as(moe).put(Walk.path("hola", "/feature")).then().statusCode(204);

        featured().body("items.slug", contains("hola")).body("items[0].author.screenname", is("ana"));
        assertThat(Walk.events()).last().isEqualTo("content.article.featured");
        assertThat(Walk.history()).last().isEqualTo("article-featured");
    }

    @Test
    void featuresOnce() {
        as(moe).put(Walk.path("hola", "/feature")).then().statusCode(204);
        as(moe).put(Walk.path("hola", "/feature")).then().statusCode(204);

        featured().body("items.slug", contains("hola"));
        assertThat(Walk.events()).filteredOn("content.article.featured"::equals).hasSize(1);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        as(moe).put(Walk.path("adios", "/feature")).then().statusCode(204);
        as(moe).put(Walk.path("hola", "/feature")).then().statusCode(204);

        String next = anonymous()
                .get("/api/articles/featured?limit=1")
                .then()
                .body("items.slug", contains("adios"))
                .extract()
                .path("nextCursor");

        anonymous()
                .queryParam("cursor", next)
                .get("/api/articles/featured?limit=1")
                .then()
                .body("items.slug", contains("hola"));
    }

    @Test
    void showsItOnlyWhileItIsPublished() {
        as(moe).put(Walk.path("hola", "/feature")).then().statusCode(204);

        Walk.unpublish(ana, "hola").statusCode(200);
        featured().body("items", empty());

        Walk.publish(ana, "hola").statusCode(200);
        featured().body("items.slug", contains("hola"));
    }

    @Test
    void takesItBack() {
        as(moe).put(Walk.path("hola", "/feature")).then().statusCode(204);

        as(moe).delete(Walk.path("hola", "/feature")).then().statusCode(204);
        as(moe).delete(Walk.path("hola", "/feature")).then().statusCode(204);

        featured().body("items", empty());
        assertThat(Walk.history()).filteredOn("article-unfeatured"::equals).hasSize(1);
    }

    @Test
    void changesNothingThatAnAuthorCompares() {
        var etag = Walk.etag(ana, "hola");

        as(moe).put(Walk.path("hola", "/feature")).then().statusCode(204);

        assertThat(Walk.etag(ana, "hola")).isEqualTo(etag);
    }

    @Test
    void isForModeratorsWhoHaveNoPartInIt() {
        var draft = Walk.draft(ana, "Draft");
        Walk.request(ana, draft, Walk.member("rio")).statusCode(200);

        as(ana).put(Walk.path("hola", "/feature")).then().statusCode(403);
        anonymous().put(Walk.path("hola", "/feature")).then().statusCode(401);
        anonymous().delete(Walk.path("hola", "/feature")).then().statusCode(401);
        as(moe).put(Walk.path("nowhere", "/feature")).then().statusCode(404);
        as(moe).put(Walk.path(draft, "/feature"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/article-in-wrong-state"));
        featured().body("items", empty());
    }

    @Test
    void isNotForWhatAModeratorWroteThemselves() {
        Walk.draft(moe, "Own");
        Walk.invite(moe, "own", ben).statusCode(200);
        Walk.accept(ben, "own").statusCode(200);
        Walk.publish(moe, "own").statusCode(200);

        as(moe).put(Walk.path("own", "/feature")).then().statusCode(403).body("type", is("/problems/not-your-part"));
    }

    private void publish(String title) {
        var slug = Walk.draft(ana, title);
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
        Walk.publish(ana, slug).statusCode(200);
    }

    private static ValidatableResponse featured() {
        return anonymous().get("/api/articles/featured").then().statusCode(200);
    }
}
