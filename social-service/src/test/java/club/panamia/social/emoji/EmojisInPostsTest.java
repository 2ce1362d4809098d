package club.panamia.social.emoji;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EmojisInPostsTest extends AddedEmojis {

    @Inject
    SweepEmojis sweep;

    private static JsonPath document(String statusId) {
        return anonymous()
                .header("Accept", "application/activity+json")
                .get("/ap/statuses/" + statusId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void areInWhatIsSaidHereAndThere() {
        var url = added("pan");
        added("queso");
        var draft = draft("Hola :pan: `:queso:` :nothing: :pan:", "public");
        draft.put("contentWarning", "About :queso:");

        var id = post(ana, draft).statusCode(201).extract().jsonPath().getString("id");

        var read = anonymous().get("/api/social/statuses/" + id).then().statusCode(200);
        read.body("emojis.shortcode", containsInAnyOrder("pan", "queso"))
                .body("emojis.find { it.shortcode == 'pan' }.url", is(url))
                .body("hashtags", empty())
                .body("actor.emojis", empty());
        var document = document(id);
        assertThat(document.getList("tag.type", String.class)).containsOnly("Emoji");
        var emoji = document.getMap("tag.find { it.name == ':pan:' }");
        assertThat(emoji)
                .containsEntry("type", "Emoji")
                .containsEntry("icon", Map.of("type", "Image", "mediaType", "image/png", "url", url))
                .containsKey("updated")
                .doesNotContainKeys("href", "emoji");
        assertThat(document.getString("'@context'.find { it instanceof Map }.Emoji"))
                .isEqualTo("toot:Emoji");
        anonymous()
                .header("Accept", "application/activity+json")
                .get(path((String) emoji.get("id")))
                .then()
                .statusCode(200)
                .body("name", is(":pan:"))
                .body("icon.url", is(url));
    }

    @Test
    void followWhatIsSaidOtherwise() {
        added("pan");
        added("queso");
        var id = said(ana, "Hola :pan:", "public");

        as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", "Hola :queso:"))
                .put("/api/social/statuses/" + id)
                .then()
                .statusCode(200);

        anonymous().get("/api/social/statuses/" + id).then().body("emojis.shortcode", contains("queso"));
        assertThat(document(id).getList("tag.name", String.class)).containsExactly(":queso:");
    }

    @Test
    void leaveWithTheirFilesAndWhateverWasSaidWithThem() {
        var url = added("pan");
        var id = said(ana, "Hola :pan:", "public");
        var emoji = sql.one(String.class, "SELECT id FROM internal.custom_emoji");

        as(olga).delete(EMOJIS + "/pan").then().statusCode(204);

        anonymous().get(EMOJIS).then().body("shortcode", empty());
        anonymous().get(path(url)).then().statusCode(404);
        anonymous().get("/api/social/statuses/" + id).then().body("emojis", empty());
        assertThat(document(id).getList("tag")).isEmpty();
        as(olga).delete(EMOJIS + "/pan").then().statusCode(404).body("type", is("/problems/no-such-emoji"));
        assertThat(added("pan")).isNotEqualTo(url);
        assertThat(sweep.run().await().atMost(Duration.ofSeconds(10))).isOne();
        assertThat(Files.exists(Path.of("target/media/social", emoji))).isFalse();
        assertThat(sql.list(String.class, "SELECT shortcode FROM internal.custom_emoji"))
                .containsExactly("pan");
        assertThat(sweep.run().await().atMost(Duration.ofSeconds(10))).isZero();
    }
}
