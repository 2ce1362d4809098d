package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PostsFromElsewhereTest extends Elsewhere {

    @Test
    void areLookedForAgainWhereTheirServerDoesNotAnswerWhenTheyAreHandedOn() {
        send(activity("Follow", anaUri));
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at) SELECT ?, id, 'accepted', now()"
                        + " FROM social_actors WHERE uri = ?",
                actorId(ana),
                ben);
        var eve = peer.actor("Eve");
        var note = note("1", "Hola").put("id", eve + "/notes/1").put("attributedTo", eve);
        peer.answers("/users/Eve/notes/1", 503);

        send(activity("Announce", eve + "/notes/1"));

        assertThat(sql.rows("SELECT state, attempts FROM internal.inbox_activity WHERE body IS NOT NULL"))
                .containsExactly(Map.of("state", "waiting", "attempts", 1));
        Peer.send(
                eve,
                "/ap/inbox",
                new JsonObject()
                        .put("id", eve + "/activities/1")
                        .put("type", "Create")
                        .put("actor", eve)
                        .put("object", note));
        sql.run("UPDATE internal.inbox_activity SET due_at = now()");
        inbox.drain();
        sql.run("UPDATE internal.inbox_activity SET due_at = now()");
        inbox.drain();

        assertThat(states()).doesNotContain("waiting");
        assertThat(count("internal.boost")).isOne();
    }

    @Test
    void ofReactionsAreCountedOnceAndTakenBack() {
        var post = Callers.PUBLIC_URL + "/ap/statuses/" + said(ana, "Hola", "public");
        var like = activity("Like", post);
        var boost = activity("Announce", new JsonObject().put("id", post));
        send(like);
        send(activity("EmojiReact", post).put("content", "x"));
        send(boost);

        assertThat(sql.rows("SELECT likes_count, announces_count FROM social_statuses"))
                .containsExactly(Map.of("likes_count", 1, "announces_count", 1));
        assertThat(sql.list(String.class, "SELECT type FROM internal.event WHERE type NOT LIKE '%.posted' ORDER BY id"))
                .containsExactly("social.status.liked", "social.status.boosted");

        send(activity("Undo", like));
        send(activity("Undo", boost.getString("id")));

        assertThat(sql.rows("SELECT likes_count, announces_count FROM social_statuses"))
                .containsExactly(Map.of("likes_count", 0, "announces_count", 0));
    }

    @Test
    void ofReactionsToWhatIsNotForThemAreNone() {
        for (var visibility : List.of("local", "followers")) {
            var post = Callers.PUBLIC_URL + "/ap/statuses/" + said(ana, "Hola", visibility);
            send(activity("Like", post));
            send(activity("Announce", post));
        }

        assertThat(count("social_likes") + count("internal.boost")).isZero();
    }

    @Test
    void ofAnAnswerIsAPostThatIsCountedAndCleaned() {
        var post = said(ana, "Hola", "public");

        send(activity(
                "Create",
                note("1", "<p onclick=\"x()\">Si</p><script>x()</script>")
                        .put("inReplyTo", Callers.PUBLIC_URL + "/ap/statuses/" + post)
                        .put(
                                "tag",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("type", "Hashtag")
                                                .put("name", "#miami")))));

        assertThat(sql.rows("""
                        SELECT content, visibility::text AS visibility, in_reply_to_id, type FROM social_statuses WHERE uri = ?""", ben + "/notes/1"))
                .containsExactly(
                        Map.of("content", "<p>Si</p>", "visibility", "public", "in_reply_to_id", post, "type", "Note"));
        assertThat(sql.one(Integer.class, "SELECT replies_count FROM social_statuses WHERE id = ?", post))
                .isOne();
        assertThat(sql.list(String.class, "SELECT name FROM social_tags")).containsExactly("#miami");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_recipients WHERE actor_id = ?", actorId(ana)))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"of.example, false", "*, true"})
    void showNothingButWordsWhereThatIsDecided(String domain, boolean isDecided) {
        sql.run("INSERT INTO internal.server_rule (domain, severity, reject_media) VALUES (?, 'noop', true)", domain);

        send(activity(
                "Create",
                note("1", "<p>Hola</p>")
                        .put(
                                "attachment",
                                new JsonObject().put("type", "Image").put("url", "https://files.example/1"))));

        assertThat(sql.list(String.class, "SELECT content FROM social_statuses"))
                .containsExactly("<p>Hola</p>");
        assertThat(sql.list(String.class, "SELECT url FROM social_attachments").isEmpty())
                .isEqualTo(isDecided);
    }

    @Test
    void ofWhatTheyShowIsShownFromWhereItIs() {
        var attachments = new JsonArray()
                .add(new JsonObject()
                        .put("type", "Document")
                        .put("mediaType", "image/png")
                        .put("url", "https://files.example/1.png")
                        .put("name", "<b>A</b> cat")
                        .put("width", 640)
                        .put("height", 480)
                        .put("blurhash", "LEHV6nWB2yk8pyo0adR*.7kCMdnj"))
                .add(new JsonObject().put("type", "Audio").put("url", "https://files.example/2"))
                .add(new JsonObject().put("mediaType", "image/png").put("url", "javascript:alert(1)"))
                .add(new JsonObject().put("mediaType", "text/html").put("url", "https://files.example/3"))
                .add("https://files.example/4");
        for (var i = 0; i < 20; i++) {
            attachments.add(new JsonObject().put("type", "Image").put("url", "https://files.example/more/" + i));
        }

        send(activity("Create", note("1", "<p>Hola</p>").put("attachment", attachments)));

        var id = sql.one(String.class, "SELECT id FROM social_statuses");
        var shown = as(ana).get("/api/social/statuses/" + id).then().extract().jsonPath();
        assertThat(shown.getList("attachments.url", String.class))
                .hasSize(16)
                .startsWith("https://files.example/1.png", "https://files.example/2", "https://files.example/more/0");
        assertThat(shown.getMap("attachments[0]"))
                .containsEntry("type", "image")
                .containsEntry("description", "A cat")
                .containsEntry("width", 640);
        assertThat(shown.getString("attachments[1].type")).isEqualTo("audio");
    }

    @Test
    void ofWhatConcernsNobodyHereAreNone() {
        send(activity("Create", note("1", "Hola").put("cc", new JsonArray())));
        send(activity("Create", note("2", "Hola").put("attributedTo", "https://elsewhere.example/eve")));
        send(activity("Create", note("3", "Hola").put("id", "https://elsewhere.example/3")));

        assertThat(count("social_statuses")).isZero();
        assertThat(states()).isEqualTo("done dropped dropped");
    }

    @Test
    void ofADeletionIsThatNothingBringsItBack() {
        send(activity("Create", note("1", "Hola")));
        send(activity("Delete", new JsonObject().put("id", ben + "/notes/1").put("type", "Tombstone")));
        send(activity("Delete", ben + "/notes/2"));
        send(activity("Create", note("1", "Hola")));
        send(activity("Create", note("2", "Hola")));

        assertThat(count("social_statuses")).isZero();
        assertThat(count("internal.tombstone")).isEqualTo(2);
    }

    @Test
    void ofADeletionOfWhatIsAnothersAreNone() {
        var post = said(ana, "Hola", "public");
        var eve = peer.actor("Eve");
        send(activity("Create", note("1", "Hola")));

        send(activity("Delete", Callers.PUBLIC_URL + "/ap/statuses/" + post));
        Peer.send(
                eve,
                "/ap/inbox",
                activity("Delete", ben + "/notes/1").put("actor", eve).put("id", eve + "/1"));
        inbox.drain();

        assertThat(count("social_statuses")).isEqualTo(2);
        assertThat(count("internal.tombstone")).isZero();
    }
}
