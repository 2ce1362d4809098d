package club.panamia.social.effect;

import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures that stand for :shortcode: in what Ben says, and in his name. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class EmojisFromElsewhereTest extends Elsewhere {

    private JsonObject emoji(String name) {
        return new JsonObject()
                .put("id", peer.url("/emojis/" + name))
                .put("type", "Emoji")
                .put("name", name)
                .put(
                        "icon",
                        new JsonObject()
                                .put("type", "Image")
                                .put("mediaType", "image/png")
                                .put("url", peer.url("/pictures/" + name.replace(":", "") + ".png")));
    }

    private JsonObject says(JsonObject note) {
        return activity("Create", note);
    }

    private String post() {
        return sql.one(String.class, "SELECT id FROM social_statuses");
    }

    @Test
    void areToldWithThePost() {
        send(says(note("1", "<p>Hola :Blob_cat:</p>")
                .put(
                        "tag",
                        new JsonArray()
                                .add(emoji(":Blob_cat:"))
                                .add(emoji("plain"))
                                .add(emoji(":plain:"))
                                .add(new JsonObject().put("type", "Hashtag").put("name", "#x")))));

        as(ana).get("/api/social/statuses/" + post())
                .then()
                .statusCode(200)
                .body("emojis.shortcode", contains("Blob_cat", "plain"))
                .body("emojis[0].url", is(peer.url("/pictures/Blob_cat.png")))
                .body("hashtags", contains("x"));
    }

    @Test
    void areWithoutWhatIsNone() {
        var nowhere = emoji(":nowhere:").put("icon", new JsonObject().put("type", "Image"));
        var script = emoji(":script:").put("icon", new JsonObject().put("url", "javascript:alert(1)"));

        send(says(note("1", "<p>Hola</p>")
                .put(
                        "tag",
                        new JsonArray()
                                .add(nowhere)
                                .add(script)
                                .add(emoji(":no name:"))
                                .add(emoji("::"))
                                .add(emoji(":" + "x".repeat(65) + ":"))
                                .add(new JsonObject().put("type", "Emoji")))));

        as(ana).get("/api/social/statuses/" + post()).then().body("emojis", empty());
    }

    @Test
    void areFiftyAtMost() {
        var tags = new JsonArray();
        for (var at = 0; at < 70; at++) {
            tags.add(emoji(":blob_%d:".formatted(at)));
        }

        send(says(note("1", "<p>Hola</p>").put("tag", tags)));

        assertThat(count("social_tags")).isEqualTo(50);
    }

    @Test
    void followWhatIsSaidOtherwise() {
        send(says(note("1", "<p>:one:</p>").put("tag", new JsonArray().add(emoji(":one:")))));

        send(activity(
                "Update",
                note("1", "<p>:two:</p>")
                        .put("updated", "2026-11-02T00:00:00Z")
                        .put("tag", new JsonArray().add(emoji(":two:")))));

        as(ana).get("/api/social/statuses/" + post()).then().body("emojis.shortcode", contains("two"));
    }

    @Test
    void areInTheNameOfWhoeverSaysIt() {
        var described = peer.describe("Ben", Peer.KEYS)
                .put("name", "Ben :blob:")
                .put("tag", new JsonArray().add(emoji(":blob:")));
        peer.has(described);

        send(says(note("1", "<p>Hola</p>")));

        as(ana).get("/api/social/statuses/" + post())
                .then()
                .body("actor.emojis.shortcode", contains("blob"))
                .body("actor.emojis[0].url", is(peer.url("/pictures/blob.png")));
        as(ana).get("/api/social/actors/Ben@" + peer.host()).then().body("emojis.shortcode", contains("blob"));
    }

    @Test
    void areNotShownOfAServerWhosePicturesAreNot() {
        var described = peer.describe("Ben", Peer.KEYS).put("tag", new JsonArray().add(emoji(":blob:")));
        peer.has(described);
        send(says(note("1", "<p>:one:</p>").put("tag", new JsonArray().add(emoji(":one:")))));

        as(new Seed().admin("Olga"))
                .contentType(ContentType.JSON)
                .body(Map.of("severity", "silence", "rejectMedia", true))
                .put("/api/social/server-rules/" + peer.host())
                .then()
                .statusCode(204);
        send(says(note("2", "<p>:two:</p>")
                .put(
                        "tag",
                        new JsonArray()
                                .add(emoji(":two:"))
                                .add(new JsonObject().put("type", "Hashtag").put("name", "#x")))));

        assertThat(sql.list(String.class, "SELECT name FROM social_tags")).containsExactly("#x");
        assertThat(sql.one(String.class, "SELECT emojis::text FROM social_actors WHERE uri = ?", ben))
                .isEqualTo("[]");
    }

    @Test
    void areALikeWhenSomebodyReactsWithThem() {
        var post = said(ana, "Hola", "public");

        send(activity("EmojiReact", Callers.PUBLIC_URL + "/ap/statuses/" + post)
                .put("content", ":blob:")
                .put("tag", new JsonArray().add(emoji(":blob:"))));

        as(ana).get("/api/social/statuses/" + post).then().body("likesCount", is(1));
    }
}
