package club.panamia.content.revision;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Library;
import club.panamia.content.Walk;
import club.panamia.kernel.page.PageQuery;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RevisionsResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    private Person ana;
    private Person ben;
    private String slug;

    @BeforeEach
    void anArticleOfTwo() {
        ana = seed.person("ana");
        ben = seed.person("ben");
        slug = Walk.draft(ana, "Hola");
        Library.coAuthor(slug, ben, "accepted");
    }

    @Test
    void keepEverySave() {
        Walk.change(ben, slug, "*", "{\"content\": \"Second.\"}").statusCode(200);
        Walk.change(ana, slug, "*", "{\"title\": \"Adiós\"}").statusCode(200);
        Walk.change(ana, slug, "*", "{\"title\": \"Adiós\"}").statusCode(200);

        list(ana)
                .statusCode(200)
                .body("items.title", contains("Adiós", "Hola", "Hola"))
                .body("items.screenname", contains("ana", "ben", "ana"))
                .body("items.kind", contains("save", "save", "save"))
                .body("items[0].revision", is(Walk.revision(ana, slug)));
        var first = ids().getLast();
        as(ben).get(path(first)).then().statusCode(200).body("wording.content", is("A first word."));
    }

    @Test
    void keepASaveThatCameTooLate() {
        var seen = Walk.etag(ana, slug);
        Walk.change(ben, slug, seen, "{\"content\": \"Ben's.\"}").statusCode(200);

        String branch = Walk.change(ana, slug, seen, "{\"content\": \"Ana's.\"}")
                .statusCode(412)
                .extract()
                .path("branch");

        list(ana).body("items.kind", contains("branch", "save", "save"));
        as(ana).get(path(branch)).then().body("wording.content", is("Ana's."));
        Walk.manuscript(ana, slug).body("content", is("Ben's."));
        restore(ana, branch, Walk.etag(ana, slug)).statusCode(200).body("content", is("Ana's."));
    }

    @Test
    void loseNoneOfManyWindows() {
        var seen = Walk.etag(ana, slug);

        Race.of(
                6,
                runner -> () -> Walk.change(ana, slug, seen, "{\"content\": \"Window " + runner + ".\"}")
                        .extract()
                        .statusCode());

        assertThat(sql.list(String.class, "SELECT wording ->> 'content' FROM internal.article_revision"))
                .containsExactlyInAnyOrder(
                        "A first word.", "Window 0.", "Window 1.", "Window 2.", "Window 3.", "Window 4.", "Window 5.");
        assertThat(sql.list(String.class, "SELECT kind FROM internal.article_revision"))
                .filteredOn("branch"::equals)
                .hasSize(5);
    }

    @Test
    void keepNothingOfWhatCannotBe() {
        Walk.change(ana, slug, "\"77\"", "{\"title\": \" \"}").statusCode(422);

        list(ana).body("items.kind", contains("save"));
    }

    @Test
    void sayWhatChanged() {
        Walk.change(ana, slug, "*", "{\"content\": \"One.\\nTwo.\\nThree.\"}").statusCode(200);
        var before = ids().getFirst();
        Walk.change(ana, slug, "*", "{\"content\": \"One.\\n2.\\nThree.\", \"tags\": [\"food\"]}")
                .statusCode(200);

        as(ana).get(path(before) + "/changes")
                .then()
                .statusCode(200)
                .body("changed", contains("content", "tags"))
                .body("content.change", contains("same", "removed", "added", "same"))
                .body("content.text", contains("One.", "Two.", "2.", "Three."));
        as(ana).queryParam("to", before).get(path(before) + "/changes").then().body("changed", empty());
        as(ana).queryParam("to", "nothing")
                .get(path(before) + "/changes")
                .then()
                .statusCode(404);
    }

    @Test
    void comeBack() {
        var first = ids().getFirst();
        Walk.change(ana, slug, "*", "{\"content\": \"Second.\", \"tags\": [\"food\"]}")
                .statusCode(200);
        var seen = Walk.etag(ana, slug);

        restore(ben, first, seen)
                .statusCode(200)
                .body("content", is("A first word."))
                .body("tags", empty());

        list(ana).body("items.kind", contains("restoration", "save", "save"));
        restore(ana, first, seen).statusCode(412);
        restore(ana, first, null).statusCode(428);
        restore(ana, "nothing", "*").statusCode(404).body("type", is("/problems/no-such-revision"));
    }

    @Test
    void takeAnApprovalBackWhereTheySayAnotherThing() {
        var rio = Walk.member("rio");
        var first = ids().getFirst();
        Walk.change(ana, slug, "*", "{\"content\": \"Second.\"}").statusCode(200);
        Walk.request(ana, slug, rio).statusCode(200);
        Walk.approve(rio, slug, Walk.revision(rio, slug)).statusCode(200);

        restore(ana, first, "*").statusCode(200).body("review.status", is("outdated"));
    }

    @Test
    void areTheAuthorsBusiness() {
        var rio = Walk.member("rio");
        Walk.request(ana, slug, rio).statusCode(200);
        var first = ids().getFirst();

        list(rio).statusCode(403).body("type", is("/problems/not-your-part"));
        as(rio).get(path(first)).then().statusCode(403);
        as(rio).get(path(first) + "/changes").then().statusCode(403);
        restore(rio, first, "*").statusCode(403);
        list(seed.person("zoe")).statusCode(404);
        anonymous().get(Walk.path(slug, "/revisions")).then().statusCode(401);
        anonymous().put(path(first) + "/restoration").then().statusCode(401);
        as(ana).queryParam("limit", 0).get(Walk.path(slug, "/revisions")).then().statusCode(422);
    }

    @Test
    void doNotLeadIntoAnotherArticle() {
        var other = Walk.draft(seed.person("zoe"), "Other");
        var foreign = sql.one(
                String.class,
                "SELECT r.id FROM internal.article_revision r JOIN articles a ON a.id = r.article_id WHERE a.slug = ?",
                other);

        as(ana).get(path(foreign)).then().statusCode(404);
        restore(ana, foreign, "*").statusCode(404);
    }

    @Test
    void areReadByAnIndex() {
        sql.run("""
                INSERT INTO internal.article_revision (article_id, kind, version, revision, wording)
                SELECT id, 'save', n, repeat('0', 32), '{}' FROM articles, generate_series(1, 5000) n
                """);
        sql.run("ANALYZE internal.article_revision");

        assertThat(Plan.of(pool, Revisions.OF_ONE, Revisions.values("a1", new PageQuery())))
                .contains("article_revision_article_id_idx");
    }

    private ValidatableResponse list(Person reader) {
        return as(reader).get(Walk.path(slug, "/revisions")).then();
    }

    private List<String> ids() {
        return list(ana).statusCode(200).extract().path("items.id");
    }

    private ValidatableResponse restore(Person writer, String id, String ifMatch) {
        var request = as(writer);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path(id) + "/restoration")
                .then();
    }

    private String path(String id) {
        return Walk.path(slug, "/revisions/" + id);
    }
}
