package club.panamia.content.mastodon;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.kernel.settings.Settings;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MastodonResourceTest {

    private final Seed seed = new Seed();
    private final HttpStub server = new HttpStub();

    @Inject
    Settings settings;

    private Person ana;

    @BeforeEach
    void aPublishedArticle() {
        ana = seed.person("ana");
        seed.publishedArticle(ana, "hola");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void linksAPostWhoseAccountNamesTheAuthorsPage() {
        says("public", "ana", page("ANA") + "/");

        link(ana, server.url("/@ana/12")).statusCode(204);

        anonymous().get("/api/articles/hola/mastodon").then().body("mastodonPostUrl", is(server.url("/@ana/12")));
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/api/v1/statuses/12");
            assertThat(asked.headers()).doesNotContainKey("Authorization");
        });
    }

    @Test
    void unlinksIt() {
        says("unlisted", "ana", page("ana"));
        link(ana, server.url("/users/ana/statuses/12")).statusCode(204);

        as(ana).delete("/api/articles/hola/mastodon").then().statusCode(204);

        anonymous().get("/api/articles/hola/mastodon").then().statusCode(200).body("mastodonPostUrl", nullValue());
    }

    @Test
    void saysWhatTheAccountMustNameBeforeItIsBelieved() {
        says("public", "ana", "https://elsewhere.example/ana");

        link(ana, server.url("/@ana/12"))
                .statusCode(403)
                .body("type", is("/problems/post-not-proven"))
                .body("page", endsWith("/p/ana"));

        anonymous().get("/api/articles/hola/mastodon").then().body("mastodonPostUrl", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"private, ana", "direct, ana", "public, ana@home.example", "public, ''"})
    void linksOnlyWhatEverybodyReadsAtItsHome(String visibility, String account) {
        says(visibility, account, page("ana"));

        link(ana, server.url("/@ana/12")).statusCode(422).body("type", is("/problems/post-not-read"));
    }

    @Test
    void tellsWhenTheServerSaysNothingUseful() {
        server.on("/api/v1/statuses/1", 404, "application/json", "{}");
        server.on("/api/v1/statuses/2", 200, "text/html", "<html></html>");
        server.on("/api/v1/statuses/3", 200, "application/json", "{");

        for (var id : new int[] {1, 2, 3}) {
            link(ana, server.url("/@ana/" + id)).statusCode(422).body("type", is("/problems/post-not-read"));
        }
        server.close();
        link(ana, server.url("/@ana/4")).statusCode(422).body("type", is("/problems/post-not-read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hola",
                "https://m.example/@ana",
                "https://m.example/@ana/1/",
                "https://m.example/@ana/1?x",
                "https://u@m.example/@ana/1",
                "ftp://m.example/@ana/1",
                "https://m.example/@ana/1#x",
                "https://m.example/web/@ana/1",
                "javascript:alert(1)/@ana/1"
            })
    void takesOnlyTheAddressOfAPost(String url) {
        link(ana, url).statusCode(422).body("errors[0].path", is("/mastodonPostUrl"));
    }

    @Test
    void isForTheAuthorOfWhatIsPublished() {
        says("public", "ana", page("ana"));
        seed.draftArticle(ana, "draft");

        link(seed.person("zoe"), server.url("/@ana/12")).statusCode(404);
        as(ana).contentType(ContentType.JSON)
                .body(Map.of("mastodonPostUrl", server.url("/@ana/12")))
                .put("/api/articles/draft/mastodon")
                .then()
                .statusCode(409);
        anonymous().get("/api/articles/draft/mastodon").then().statusCode(404);
        assertThat(server.asked()).isEmpty();
    }

    private void says(String visibility, String account, String link) {
        var field =
                new JsonObject().put("name", "Pana").put("value", "<a href=\"%s\" rel=\"me\">x</a>".formatted(link));
        var status = new JsonObject()
                .put("id", "12")
                .put("visibility", visibility)
                .put(
                        "account",
                        new JsonObject()
                                .put("acct", account)
                                .put("note", "")
                                .put("fields", new JsonArray().add(field)));
        server.on("/api/v1/statuses/12", 200, "application/json", status.encode());
    }

    private String page(String screenname) {
        return settings.publicUrl() + "/p/" + screenname;
    }

    private static ValidatableResponse link(Person person, String url) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("mastodonPostUrl", url))
                .put("/api/articles/hola/mastodon")
                .then();
    }
}
