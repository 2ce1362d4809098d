package club.panamia.content.drafting;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Library;
import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ArticleResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private String slug;

    @BeforeEach
    void aDraft() {
        ana = seed.person("ana");
        slug = Walk.draft(ana, "Hola");
    }

    @Test
    void keepsWhatAPatchDoesNotName() {
        var before = Walk.etag(ana, slug);

        Walk.change(ana, slug, before, "{\"content\": \"Una **casa**.\", \"tags\": [\"Art\"], \"language\": \"es\"}")
                .statusCode(200)
                .header("ETag", not(before))
                .body("title", is("Hola"))
                .body("content", is("Una **casa**."))
                .body("excerpt", is("Una casa."))
                .body("tags", contains("art"))
                .body("part", is("author"))
                .body("allowed", hasItem("edit"));

        Walk.change(ana, slug, Walk.etag(ana, slug), "{\"language\": null, \"title\": \" Adiós \"}")
                .statusCode(200)
                .body("slug", is("hola"))
                .body("title", is("Adiós"))
                .body("language", is("en"))
                .body("content", is("Una **casa**."));
    }

    @Test
    void makesAnExcerptUnlessSomebodyWroteOne() {
        Walk.change(ana, slug, "*", "{\"excerpt\": \"Mine.\"}").statusCode(200);
        Walk.change(ana, slug, "*", "{\"content\": \"Something else.\"}").body("excerpt", is("Mine."));
        Walk.change(ana, slug, "*", "{\"excerpt\": null}").body("excerpt", is("Something else."));
        Walk.change(ana, slug, "*", "{\"content\": \"A third thing.\"}").body("excerpt", is("A third thing."));
        Walk.change(ana, slug, "*", "{\"content\": \"\"}").statusCode(200).body("excerpt", nullValue());
    }

    @Test
    void losesNobodysWords() {
        var seen = Walk.etag(ana, slug);
        Walk.change(ana, slug, seen, "{\"content\": \"First.\"}").statusCode(200);

        Walk.change(ana, slug, seen, "{\"content\": \"Second.\"}")
                .statusCode(412)
                .body("type", is("/problems/stale-version"))
                .body("branch", notNullValue());
        Walk.change(ana, slug, null, "{\"content\": \"Third.\"}").statusCode(428);

        Walk.manuscript(ana, slug).body("content", is("First."));
    }

    @Test
    void letsOneOfManyWindowsSave() {
        var seen = Walk.etag(ana, slug);

        var answers = Race.of(
                8,
                runner -> () -> Walk.change(ana, slug, seen, "{\"content\": \"Window " + runner + ".\"}")
                        .extract()
                        .statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 412)
                .hasSize(7);
    }

    @Test
    void letsAcceptedCoAuthorsWriteAndNobodyElse() {
        var bob = seed.person("bob");
        var eva = seed.person("eva");
        var rio = seed.person("rio");
        Library.coAuthor(slug, bob, "accepted");
        Library.coAuthor(slug, eva, "pending");
        Library.reviewer(slug, rio);

        Walk.change(bob, slug, "*", "{\"content\": \"Bob was here.\"}")
                .statusCode(200)
                .body("part", is("coauthor"));

        for (var person : new Person[] {eva, rio}) {
            Walk.change(person, slug, "*", "{\"content\": \"\"}")
                    .statusCode(403)
                    .body("type", is("/problems/not-your-part"));
        }
        Walk.change(seed.person("zoe"), slug, "*", "{}").statusCode(404);
        Walk.change(seed.admin("ada"), slug, "*", "{}").statusCode(404);
        anonymous()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/api/articles/" + slug)
                .then()
                .statusCode(401);
        Walk.manuscript(ana, slug).body("content", is("Bob was here."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": null}|/title",
                "{\"title\": \" \"}|/title",
                "{\"articleType\": null}|/articleType",
                "{\"articleType\": \"gossip\"}|/articleType",
                "{\"tags\": \"food\"}|/tags",
                "{\"tags\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]}|/tags",
                "{\"coverImage\": \"javascript:alert(1)\"}|/coverImage",
                "{\"inReplyTo\": \"nothing\"}|/inReplyTo",
                "{\"status\": \"published\"}|/status",
                "{\"coAuthors\": []}|/coAuthors",
            })
    void refusesWhatCannotBe(String patch, String path) {
        Walk.change(ana, slug, "*", patch).statusCode(422).body("errors.path", hasItem(path));

        Walk.manuscript(ana, slug).body("title", is("Hola")).body("content", is("A first word."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7"})
    void refusesWhatIsNoPatch(String patch) {
        Walk.change(ana, slug, "*", patch).statusCode(422);
    }

    @Test
    void answersNothingThatAnswersIt() {
        var first = seed.publishedArticle(ana, "first");
        var second = seed.publishedArticle(ana, "second");
        sql.run("UPDATE articles SET in_reply_to = ? WHERE id = ?", first, second);
        sql.run("UPDATE articles SET status = 'draft' WHERE id = ?", first);

        Walk.change(ana, "first", "*", "{\"inReplyTo\": \"" + second + "\"}")
                .statusCode(422)
                .body("errors[0].path", is("/inReplyTo"));
        Walk.change(ana, slug, "*", "{\"inReplyTo\": \"" + second + "\"}")
                .statusCode(200)
                .body("inReplyTo", is(second));
        Walk.change(ana, slug, "*", "{\"inReplyTo\": null}").statusCode(200).body("inReplyTo", nullValue());
    }

    @Test
    void leavesPublishedOnesAlone() {
        seed.publishedArticle(ana, "public");

        Walk.change(ana, "public", "*", "{\"title\": \"Other\"}")
                .statusCode(409)
                .body("type", is("/problems/article-in-wrong-state"))
                .body("articleStatus", is("published"))
                .body(
                        "allowed.join(' ')",
                        is(
                                "readHistory readRevisions move unshare unpublish announce withdrawAnnouncement hideComment linkPost pin"));
        Walk.change(seed.person("zoe"), "public", "\"77\"", "{}")
                .statusCode(403)
                .body("type", is("/problems/not-your-part"));
    }

    @Test
    void throwsADraftAway() {
        as(ana).delete("/api/articles/" + slug).then().statusCode(204);

        assertThat(sql.list(String.class, "SELECT slug FROM articles")).isEmpty();
        assertThat(Walk.events()).containsExactly("content.article.deleted");
        as(ana).delete("/api/articles/" + slug).then().statusCode(404);
    }

    @Test
    void throwsAwayNothingElse() {
        var bob = seed.person("bob");
        Library.coAuthor(slug, bob, "accepted");
        seed.publishedArticle(ana, "public");

        as(bob).delete("/api/articles/" + slug).then().statusCode(403);
        as(seed.person("zoe")).delete("/api/articles/" + slug).then().statusCode(404);
        as(ana).delete("/api/articles/public").then().statusCode(409);
        anonymous().delete("/api/articles/" + slug).then().statusCode(401);

        assertThat(sql.list(String.class, "SELECT slug FROM articles")).hasSize(2);
        assertThat(Walk.events()).isEmpty();
    }

    @Test
    void showsItsMarkdownAsHtmlThatHoldsNoTraps() {
        Walk.change(
                        ana,
                        slug,
                        "*",
                        "{\"content\": \"# Hola\\n\\n**bold** <script>alert(1)</script> [x](javascript:alert(1))\"}")
                .statusCode(200);

        as(ana).get("/api/articles/" + slug)
                .then()
                .statusCode(200)
                .body("contentHtml", containsString("<h1>Hola</h1>"))
                .body("contentHtml", containsString("<strong>bold</strong>"))
                .body("contentHtml", not(containsString("<script")))
                .body("contentHtml", not(containsString("javascript:")));
    }

    @Test
    void showsALongTextToo() {
        Walk.change(ana, slug, "*", "{\"content\": \"" + "word ".repeat(10_000) + "\"}")
                .statusCode(200);

        as(ana).get("/api/articles/" + slug).then().statusCode(200).body("contentHtml.length()", greaterThan(50_000));
    }
}
