package club.panamia.content.mastodon;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ThreadResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final HttpStub server = new HttpStub();
    private final AtomicReference<String> thread = new AtomicReference<>();

    @BeforeEach
    void aLinkedArticle() {
        seed.publishedArticle(seed.person("ana"), "hola");
        sql.run("UPDATE articles SET mastodon_post_url = ?", server.url("/@ana/12"));
        server.on("/api/v1/statuses/12/context", exchange -> {
            var said = thread.get();
            HttpStub.respond(exchange, said == null ? 503 : 200, "application/json", said == null ? "{}" : said);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsWhatIsSaidUnderTheLinkedPost() {
        says(
                reply("1", "public").put("in_reply_to_id", "12"),
                reply("2", "unlisted")
                        .put("in_reply_to_id", "1")
                        .put("account", account("ben", "ben@far.example").put("display_name", "")));

        comments()
                .body("postUrl", is(server.url("/@ana/12")))
                .body("hasComments", is(true))
                .body("stale", is(false))
                .body("comments.id", contains("1", "2"))
                .body("comments.inReplyToId", contains("12", "1"))
                .body("comments.author.displayName", contains("Zoe", "ben"))
                .body("comments.author.instance", contains("localhost:" + server.port(), "far.example"))
                .body("comments[0].repliesCount", is(3))
                .body("comments[0].createdAt", is("2026-01-02T12:00:00Z"));
    }

    @Test
    void showsNothingThatIsNotForEverybodyOrMayNotStandInAPage() {
        says(
                reply("1", "private"),
                reply("2", "public").put("created_at", "yesterday"),
                reply("3", "public")
                        .put(
                                "content",
                                "<p onclick=x>Hola <script>alert(1)</script><a href=\"javascript:x\">a</a> <a href=\"https://b.example\" class=c>b</a><img src=x onerror=y></p>")
                        .put("url", "javascript:alert(1)"));

        comments()
                .body("comments.id", contains("3"))
                .body(
                        "comments[0].content",
                        is(
                                "<p>Hola <a rel=\"nofollow ugc noopener\">a</a> <a href=\"https://b.example\" rel=\"nofollow ugc noopener\">b</a></p>"))
                .body("comments[0].url", nullValue());
    }

    @Test
    void asksOnceInFiveMinutesHoweverManyRead() {
        says(reply("1", "public"));

        Race.of(20, i -> () -> comments().extract().statusCode());
        comments().body("comments.id", contains("1"));

        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void showsWhatWasSaidBeforeWhileTheServerSaysNothing() {
        says(reply("1", "public"));
        comments().body("stale", is(false));
        fiveMinutesPass();
        thread.set(null);

        comments().body("comments.id", contains("1")).body("stale", is(true));
        comments().body("comments.id", contains("1"));
        assertThat(server.asked()).hasSize(2);

        fiveMinutesPass();
        says(reply("1", "public"), reply("2", "public"));
        comments().body("comments.id", contains("1", "2")).body("stale", is(false));
    }

    @Test
    void isEmptyWhereNothingIsLinkedOrNothingWasSaid() {
        comments().body("comments", empty()).body("hasComments", is(false)).body("readAt", nullValue());

        sql.run("UPDATE articles SET mastodon_post_url = NULL");
        comments().body("comments", empty()).body("postUrl", nullValue());
        anonymous().get("/api/articles/nothing/mastodon/comments").then().statusCode(404);
    }

    @Test
    void forgetsAnotherPostsThread() {
        says(reply("1", "public"));
        comments().body("comments.id", contains("1"));

        sql.run("UPDATE articles SET mastodon_post_url = ?", server.url("/@ana/13"));

        comments().body("comments", empty()).body("postUrl", is(server.url("/@ana/13")));
    }

    @Test
    void asksNobodyWhereTheLinkHasAFormOfItsOwn() {
        sql.run("UPDATE articles SET mastodon_post_url = ?", server.url("/web/statuses/12"));

        comments().body("comments", empty()).body("postUrl", is(server.url("/web/statuses/12")));
        assertThat(server.asked()).isEmpty();
    }

    private void fiveMinutesPass() {
        sql.run(
                "UPDATE internal.mastodon_thread SET asked_at = asked_at - interval '5 min', read_at = read_at - interval '5 min'");
    }

    private void says(JsonObject... replies) {
        thread.set(new JsonObject()
                .put("ancestors", new JsonArray())
                .put("descendants", new JsonArray(java.util.List.of(replies)))
                .encode());
    }

    private static JsonObject reply(String id, String visibility) {
        return new JsonObject()
                .put("id", id)
                .put("visibility", visibility)
                .put("content", "<p>Hola</p>")
                .put("created_at", "2026-01-02T12:00:00.000Z")
                .put("url", "https://m.example/@zoe/" + id)
                .put("replies_count", 3)
                .put("in_reply_to_id", null)
                .put("account", account("zoe", "zoe"));
    }

    private static JsonObject account(String username, String acct) {
        return new JsonObject()
                .put("username", username)
                .put("acct", acct)
                .put("display_name", "Zoe")
                .put("avatar", "https://m.example/a.png")
                .put("url", "https://m.example/@" + username);
    }

    private static ValidatableResponse comments() {
        return anonymous().get("/api/articles/hola/mastodon/comments").then().statusCode(200);
    }
}
