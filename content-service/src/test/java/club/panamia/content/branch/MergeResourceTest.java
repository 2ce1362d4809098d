package club.panamia.content.branch;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Walk;
import club.panamia.testing.database.TestDatabase;
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
class MergeResourceTest {

    private final Seed seed = new Seed();

    private Person ana;
    private Person ben;
    private String seen;

    @BeforeEach
    void anArticleThatTwoWrite() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        Walk.draft(ana, "Hola");
        Walk.invite(ana, "hola", ben).statusCode(200);
        Walk.accept(ben, "hola").statusCode(200);
        Walk.change(ana, "hola", "*", "{\"content\": \"One.\\n\\nTwo.\\n\\nThree.\", \"tags\": [\"arte\"]}")
                .statusCode(200);
        seen = Walk.etag(ana, "hola");
    }

    @Test
    void bringsBothTogetherWhereTheyDoNotTouch() {
        Walk.change(ben, "hola", seen, "{\"content\": \"Uno.\\n\\nTwo.\\n\\nThree.\", \"language\": \"es\"}")
                .statusCode(200);
        var branch = late("{\"content\": \"One.\\n\\nTwo.\\n\\nTres.\", \"tags\": [\"arte\", \"miami\"]}");

        show(ana, branch)
                .statusCode(200)
                .header("ETag", is(Walk.etag(ana, "hola")))
                .body("conflicts", empty())
                .body("wording.content", is("Uno.\n\nTwo.\n\nTres."));
        Walk.manuscript(ana, "hola").body("content", is("Uno.\n\nTwo.\n\nThree."));

        merge(ana, branch, Walk.etag(ana, "hola"))
                .statusCode(200)
                .body("content", is("Uno.\n\nTwo.\n\nTres."))
                .body("tags", contains("arte", "miami"))
                .body("language", is("es"));
        assertThat(TestDatabase.get()
                        .sql()
                        .one(String.class, "SELECT kind FROM internal.article_revision ORDER BY id DESC LIMIT 1"))
                .isEqualTo("save");
    }

    @Test
    void leavesToTheAuthorWhatBothChanged() {
        Walk.change(ben, "hola", seen, "{\"content\": \"One.\\n\\nDos.\\n\\nThree.\", \"title\": \"Ben's\"}")
                .statusCode(200);
        var branch = late("{\"content\": \"One.\\n\\nDue.\\n\\nThree.\", \"title\": \"Ana's\"}");

        show(ana, branch)
                .body("conflicts", contains("content", "title"))
                .body("wording.title", is("Ben's"))
                .body("wording.content", containsString("<<<<<<<\nDue.\n=======\nDos.\n>>>>>>>"));

        merge(ana, branch, Walk.etag(ana, "hola"))
                .statusCode(409)
                .body("type", is("/problems/merge-conflict"))
                .body("conflicts", contains("content", "title"));
        Walk.manuscript(ana, "hola").body("title", is("Ben's"));
    }

    @Test
    void knowsWhatItsWriterHadBeforeThem() {
        Walk.change(ben, "hola", seen, "{\"title\": \"First\"}").statusCode(200);
        Walk.change(ben, "hola", "*", "{\"title\": \"Second\"}").statusCode(200);

        var branch = late("{\"tags\": [\"musica\"]}");

        show(ana, branch)
                .body("conflicts", empty())
                .body("wording.title", is("Second"))
                .body("wording.tags", contains("musica"));
    }

    @Test
    void refusesWhatHasChangedSince() {
        Walk.change(ben, "hola", seen, "{\"language\": \"es\"}").statusCode(200);
        var branch = late("{\"tags\": [\"musica\"]}");

        merge(ana, branch, seen).statusCode(412).body("type", is("/problems/stale-version"));
        as(ana).put(path(branch)).then().statusCode(428);
    }

    @Test
    void isNothingForASaveThatWasInTime() {
        var save = TestDatabase.get()
                .sql()
                .one(String.class, "SELECT id FROM internal.article_revision WHERE kind = 'save' ORDER BY id LIMIT 1");

        show(ana, save).statusCode(404).body("type", is("/problems/no-such-revision"));
        merge(ana, save, "*").statusCode(404);
    }

    @Test
    void isForItsAuthors() {
        Walk.change(ben, "hola", seen, "{\"language\": \"es\"}").statusCode(200);
        var branch = late("{\"tags\": [\"musica\"]}");
        var rio = Walk.member("rio");
        Walk.request(ana, "hola", rio).statusCode(200);

        show(rio, branch).statusCode(403).body("type", is("/problems/not-your-part"));
        merge(rio, branch, "*").statusCode(403);
        show(seed.person("zoe"), branch).statusCode(404);
        anonymous().get(path(branch)).then().statusCode(401);
        anonymous().put(path(branch)).then().statusCode(401);
    }

    /** A save of Ana's that is refused; returns the branch that keeps it. */
    private String late(String patch) {
        return Walk.change(ana, "hola", seen, patch).statusCode(412).extract().path("branch");
    }

    private static ValidatableResponse show(Person person, String branch) {
        return as(person).get(path(branch)).then();
    }

    private static ValidatableResponse merge(Person person, String branch, String ifMatch) {
        return as(person).header("If-Match", ifMatch).put(path(branch)).then();
    }

    private static String path(String branch) {
        return Walk.path("hola", "/revisions/" + branch + "/merge");
    }
}
