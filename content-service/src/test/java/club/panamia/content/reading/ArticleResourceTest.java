package club.panamia.content.reading;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Library;
import club.panamia.content.comment.Posts;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ArticleResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsAPublishedArticleAndNothingOfHowItCameAbout() {
        var ana = seed.person("ana");
        seed.publishedArticle(ana, "hola");
        Library.coAuthor("hola", seed.person("bob"), "accepted");
        Library.coAuthor("hola", seed.person("carla"), "pending");
        Library.coAuthor("hola", seed.person("dan"), "declined");
        Library.reviewer("hola", seed.person("eva"));

        var shown = anonymous()
                .get("/api/articles/hola")
                .then()
                .statusCode(200)
                .body("title", is("Title of hola"))
                .body("content", is("Hola."))
                .body("status", is("published"))
                .body("author.screenname", is("ana"))
                .body("coAuthors.screenname", contains("bob"))
                .extract();

        assertThat(shown.jsonPath().getMap("$").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "id",
                        "slug",
                        "title",
                        "content",
                        "contentHtml",
                        "articleType",
                        "ccLicense",
                        "language",
                        "tags",
                        "readingTime",
                        "status",
                        "publishedAt",
                        "author",
                        "coAuthors",
                        "likesCount",
                        "boostsCount");
        assertThat(shown.asString()).doesNotContain("private", "carla", "dan", "eva", "@", ana.id());
    }

    @Test
    void showsHowManyOfOtherServersLikeItAndHandItOn() {
        var article = seed.publishedArticle(seed.person("ana"), "hola");
        var eva = new Posts().actor("eva", "far.example");
        for (var reaction : List.of("like " + eva, "boost " + eva, "like " + new Posts().actor("zoe", "far.example"))) {
            sql.run(
                    "INSERT INTO internal.article_reaction (article_id, kind, actor_id, uri) VALUES (?, ?, ?, ?)",
                    article,
                    reaction.split(" ")[0],
                    reaction.split(" ")[1],
                    "https://far.example/" + reaction);
        }

        anonymous()
                .get("/api/articles/hola")
                .then()
                .statusCode(200)
                .body("likesCount", is(2))
                .body("boostsCount", is(1));
    }

    @Test
    void showsWhatItAnswersWhileThatIsPublished() {
        var ana = seed.person("ana");
        var parent = seed.publishedArticle(ana, "first");
        seed.publishedArticle(ana, "second");
        sql.run("UPDATE articles SET in_reply_to = ? WHERE slug = 'second'", parent);

        anonymous()
                .get("/api/articles/second")
                .then()
                .body("inReplyTo.slug", is("first"))
                .body("inReplyTo.title", is("Title of first"));

        Library.remove("first");
        anonymous().get("/api/articles/second").then().statusCode(200).body("inReplyTo", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "pending_review", "revision_needed", "removed"})
    void showsWhatIsNotPublishedToThoseWhoWorkOnIt(String status) {
        var ana = seed.person("ana");
        var bob = seed.person("bob");
        var eva = seed.person("eva");
        seed.draftArticle(ana, "hola");
        Library.coAuthor("hola", bob, "accepted");
        Library.reviewer("hola", eva);
        putInto(status);

        for (var person : new club.panamia.testing.seed.Person[] {ana, bob, eva}) {
            var shown = as(person)
                    .get("/api/articles/hola")
                    .then()
                    .statusCode(200)
                    .body("status", is(status))
                    .extract();
            assertThat(shown.asString()).doesNotContain("private");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "pending_review", "revision_needed", "removed"})
    void hidesItFromEverybodyElse(String status) {
        var ana = seed.person("ana");
        var carla = seed.person("carla");
        var dan = seed.person("dan");
        seed.draftArticle(ana, "hola");
        Library.coAuthor("hola", carla, "pending");
        Library.coAuthor("hola", dan, "declined");
        sql.run("UPDATE articles SET co_authors = co_authors || '{\"userId\": null, \"status\": \"accepted\"}'");
        putInto(status);

        anonymous().get("/api/articles/hola").then().statusCode(404).body("type", is("/problems/no-such-article"));
        withToken("no-session").get("/api/articles/hola").then().statusCode(404);
        as(carla).get("/api/articles/hola").then().statusCode(404);
        as(dan).get("/api/articles/hola").then().statusCode(404);
        as(seed.person("someone")).get("/api/articles/hola").then().statusCode(404);
        as(seed.admin("ada")).get("/api/articles/hola").then().statusCode(404);
    }

    @Test
    void leavesOutTheNamesOfFormerMembers() {
        seed.publishedArticle(seed.person("ana"), "hola");
        Library.coAuthor("hola", seed.person("bob"), "accepted");
        sql.run("UPDATE articles SET author_id = NULL");
        Library.forget("bob");

        anonymous()
                .get("/api/articles/hola")
                .then()
                .statusCode(200)
                .body("author", nullValue())
                .body("coAuthors.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "%25", "a%27b", "%F0%9F%98%80", "hola%20"})
    void knowsNoOther(String slug) {
        seed.publishedArticle(seed.person("ana"), "hola");

        anonymous()
                .urlEncodingEnabled(false)
                .get("/api/articles/" + slug)
                .then()
                .statusCode(404);
    }

    private void putInto(String status) {
        if (status.equals("removed")) {
            Library.remove("hola");
        } else {
            sql.run("UPDATE articles SET status = ?::article_status", status);
        }
    }
}
