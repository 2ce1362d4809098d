package club.panamia.content.preview;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PreviewResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;

    @BeforeEach
    void aDraft() {
        ana = seed.person("ana");
        Walk.draft(ana, "Hola");
    }

    @Test
    void showsADraftToWhoeverHasTheLink() {
        var token = token(share(ana, Map.of("days", 2)));

        open(token)
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .header("X-Robots-Tag", is("noindex"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("ETag", nullValue())
                .body("title", is("Hola"))
                .body("status", is("draft"));
        anonymous().get("/api/articles/hola").then().statusCode(404);
        assertThat(Walk.history()).last().isEqualTo("article-shared");
    }

    @Test
    void showsNothingThatIsBetweenAuthorsAndReviewers() {
        var rio = Walk.member("rio");
        Walk.request(ana, "hola", rio).statusCode(200);
        Walk.comment(rio, "hola", Map.of("text", "Between us.")).statusCode(200);
        Library.coAuthor("hola", Walk.member("eva"), "pending");

        open(token(share(ana, Map.of())))
                .statusCode(200)
                .body(not(containsString("Between us")))
                .body(not(containsString("rio")))
                .body(not(containsString("eva")))
                .body(not(containsString("invitation")));
    }

    @Test
    void keepsOnlyTheTokensHash() {
        var token = token(share(ana, Map.of()));

        assertThat(sql.one(String.class, "SELECT to_jsonb(p)::text FROM internal.article_preview p"))
                .doesNotContain(token);
        assertThat(sql.one(Boolean.class, """
            SELECT expires_at - now() BETWEEN interval '6 days 23 hours' AND interval '7 days' FROM internal.article_preview
            """)).isTrue();
        as(ana).get(Walk.path("hola", "/preview"))
                .then()
                .statusCode(200)
                .body("expiresAt", notNullValue())
                .body("token", nullValue());
    }

    @Test
    void leadsNowhereOnceItsTimeIsOver() {
        var token = token(share(ana, Map.of()));

        sql.run("UPDATE internal.article_preview SET expires_at = now()");

        open(token).statusCode(404).body("type", is("/problems/no-such-article"));
        as(ana).get(Walk.path("hola", "/preview")).then().statusCode(404);
    }

    @Test
    void leadsNowhereOnceItIsTakenBackOrReplaced() {
        var first = token(share(ana, Map.of()));
        var second = token(share(ana, Map.of()));

        open(first).statusCode(404);
        open(second).statusCode(200);

        as(ana).delete(Walk.path("hola", "/preview")).then().statusCode(204);
        as(ana).delete(Walk.path("hola", "/preview")).then().statusCode(204);
        open(second).statusCode(404);
        assertThat(Walk.history()).filteredOn("article-unshared"::equals).hasSize(1);
    }

    @Test
    void leadsNowhereWhenTheArticleIsRemoved() {
        var token = token(share(ana, Map.of()));
        sql.run("UPDATE articles SET published_at = now()");

        Library.remove("hola");

        open(token).statusCode(404);
    }

    @Test
    void leavesOneOfManyLinksThatAreMadeAtOnce() {
        var tokens = Race.of(5, i -> () -> token(share(ana, Map.of())));

        assertThat(tokens)
                .filteredOn(token -> open(token).extract().statusCode() == 200)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, -1})
    void refusesTimesThatAreNone(int days) {
        share(ana, Map.of("days", days)).statusCode(422).body("errors[0].path", is("/days"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "' OR true --"})
    void refusesWhatIsNoToken(String token) {
        open(token).statusCode(422);
    }

    @Test
    void isForItsAuthors() {
        var rio = Walk.member("rio");
        Walk.request(ana, "hola", rio).statusCode(200);

        share(rio, Map.of()).statusCode(403).body("type", is("/problems/not-your-part"));
        as(rio).get(Walk.path("hola", "/preview")).then().statusCode(403);
        as(rio).delete(Walk.path("hola", "/preview")).then().statusCode(403);
        share(seed.person("zoe"), Map.of()).statusCode(404);
        anonymous().put(Walk.path("hola", "/preview")).then().statusCode(401);
        anonymous().get(Walk.path("hola", "/preview")).then().statusCode(401);
        anonymous().delete(Walk.path("hola", "/preview")).then().statusCode(401);
    }

    private static ValidatableResponse share(Person person, Map<String, ?> wish) {
        return Walk.put(person, Walk.path("hola", "/preview"), wish);
    }

    private static String token(ValidatableResponse link) {
        return link.statusCode(200)
                .header("Cache-Control", is("no-store"))
                .extract()
                .path("token");
    }

    private static ValidatableResponse open(String token) {
        return anonymous()
                .queryParam("token", token)
                .get("/api/articles/preview")
                .then();
    }
}
