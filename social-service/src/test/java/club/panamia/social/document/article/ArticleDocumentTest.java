package club.panamia.social.document.article;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.social.Fediverse;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ArticleDocumentTest {

    private static final String AP = "application/activity+json";
    private static final String PATH = "/ap/articles/one";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void anArticle() {
        ana = joined("Ana");
        var article = new Seed().publishedArticle(ana, "hola");
        sql.run(
                "INSERT INTO internal.federated_article (id, article_id, actor_id, uri, version) VALUES ('one', ?, ?, ?, 0)",
                article,
                actorId(ana),
                Callers.PUBLIC_URL + PATH);
    }

    private static ValidatableResponse read(String path) {
        return given().accept(AP).get(path).then();
    }

    @Test
    void isReadUnderItsIdAndTheActivityBesideIt() {
        read(PATH)
                .statusCode(200)
                .contentType(startsWith(AP))
                .header("Vary", containsString("Accept"))
                .body("id", is(Callers.PUBLIC_URL + PATH))
                .body("type", is("Article"))
                .body("attributedTo", contains(Callers.PUBLIC_URL + "/ap/actors/" + actorId(ana)))
                .body("to", contains("https://www.w3.org/ns/activitystreams#Public"))
                .body("cc", contains(Callers.PUBLIC_URL + "/ap/actors/" + actorId(ana) + "/followers"))
                .body("preview.type", is("Note"));
        read(PATH + "/activity")
                .statusCode(200)
                .body("id", is(Callers.PUBLIC_URL + PATH + "/activity"))
                .body("type", is("Create"))
                .body("object.id", is(Callers.PUBLIC_URL + PATH));
    }

    @Test
    void standsInTheOutboxOfWhoSpeaksForItWhileItIsOut() {
        var outbox = "/ap/actors/" + actorId(ana) + "/outbox";
        var post = Callers.PUBLIC_URL + "/ap/statuses/" + said(ana, "Hola", "public");

        read(outbox).body("totalItems", is(2));
        read(outbox + "/page")
                .statusCode(200)
                .body("orderedItems.type", contains("Create", "Create"))
                .body("orderedItems[0].object.id", is(post))
                .body("orderedItems[1].id", is(Callers.PUBLIC_URL + PATH + "/activity"))
                .body("orderedItems[1].object", is(Callers.PUBLIC_URL + PATH));

        sql.run("UPDATE articles SET status = 'draft'");
        read(outbox).body("totalItems", is(1));
        read(outbox + "/page").body("orderedItems.object.id", contains(post));
    }

    @Test
    void saysWhichArticleItAnswersAndStandsAmongTheAnswersToThat() {
        var answer = new Seed().publishedArticle(ana, "respuesta");
        var two = Callers.PUBLIC_URL + "/ap/articles/two";
        sql.run(
                "INSERT INTO internal.federated_article (id, article_id, actor_id, uri, version) VALUES ('two', ?, ?, ?, 0)",
                answer,
                actorId(ana),
                two);
        var tag = read("/ap/articles/two")
                .body("inReplyTo", nullValue())
                .extract()
                .header("ETag");
        sql.run("UPDATE articles SET in_reply_to = (SELECT id FROM articles WHERE slug = 'hola') WHERE id = ?", answer);

        given().accept(AP)
                .header("If-None-Match", tag)
                .get("/ap/articles/two")
                .then()
                .statusCode(200)
                .body("inReplyTo", is(Callers.PUBLIC_URL + PATH));
        read(PATH + "/replies").body("first.items", contains(two));

        sql.run("UPDATE internal.federated_article SET withdrawn_at = now() WHERE id = 'one'");
        read("/ap/articles/two").body("inReplyTo", nullValue());
    }

    @Test
    void isNotWrittenAnewForWhoHasIt() {
        var tag = read(PATH).extract().header("ETag");

        given().accept(AP).header("If-None-Match", tag).get(PATH).then().statusCode(304);

        sql.run("UPDATE internal.federated_article SET version = version + 1");
        given().accept(AP).header("If-None-Match", tag).get(PATH).then().statusCode(200);
    }

    @Test
    void isReadAnewWhereSomebodyElseStandsBehindIt() {
        var tag = read(PATH).extract().header("ETag");
        sql.run(
                "UPDATE articles SET co_authors = jsonb_build_array(jsonb_build_object('userId', CAST(? AS text),"
                        + " 'status', 'accepted'))",
                joined("Zoe").id());

        given().accept(AP)
                .header("If-None-Match", tag)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("attributedTo.size()", is(2));
    }

    @Test
    void leadsPeopleToItsPage() {
        given().accept("text/html")
                .redirects()
                .follow(false)
                .get(PATH)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/a/hola"));
        given().accept("text/html").get("/ap/articles/none").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE articles SET status = 'draft'",
                "UPDATE articles SET author_id = NULL",
                "UPDATE users SET locked_at = now()",
                "UPDATE profiles SET active = false",
                "UPDATE social_actors SET standing = 'suspended', decided_standing = 'suspended'",
                "UPDATE social_actors SET standing = 'limited', decided_standing = 'limited'",
                "UPDATE internal.federated_article SET withdrawn_at = now()"
            })
    void isNotThereForWhoMayNotReadIt(String change) {
        sql.run(change);

        read(PATH).statusCode(404);
        read(PATH + "/activity").statusCode(404);
        read(PATH + "/replies").statusCode(404);
    }

    @Test
    void leavesATombstone() {
        sql.run("UPDATE internal.federated_article SET withdrawn_at = now()");
        sql.run(
                "INSERT INTO internal.tombstone (uri, former_type, told) SELECT uri, 'Article', true FROM internal.federated_article");

        read(PATH).statusCode(410).body("type", is("Tombstone")).body("formerType", is("Article"));
    }

    @Test
    void namesWhatEverybodyMayReadOfItsAnswers() {
        Fediverse.stranger("ben");
        for (var visibility : new String[] {"public", "quiet", "followers"}) {
            sql.run("""
                    INSERT INTO social_statuses (uri, actor_id, visibility, content, published, in_reply_to_uri, is_remote)
                    SELECT 'https://elsewhere.example/' || ?, id, CAST(? AS social_visibility), 'Si', now(), ?, true
                      FROM social_actors WHERE username = 'ben'""", visibility, visibility, Callers.PUBLIC_URL + PATH);
        }

        read(PATH + "/replies")
                .statusCode(200)
                .body("totalItems", is(2))
                .body("first.items", contains("https://elsewhere.example/public", "https://elsewhere.example/quiet"));
    }
}
