package club.panamia.social.effect;

import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.social.signature.Form;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed well and means ill: nothing comes of it. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class AbuseFromElsewhereTest extends Elsewhere {

    private static final String OURS = Callers.PUBLIC_URL + "/ap/statuses/";

    private static JsonObject with(JsonObject thing, String term, Object value) {
        return thing.copy().put(term, value);
    }

    @ParameterizedTest
    @CsvSource({
        "id, http://localhost:8080/ap/statuses/abc",
        "id, http://localhost:8080/ap/actors/abc",
        "id, https://other.example/notes/1",
        "id, nonsense",
        "attributedTo, http://localhost:8080/ap/actors/abc",
        "attributedTo, https://other.example/users/Ben"
    })
    void isNoPostThatIsSomebodyElses(String term, String value) {
        send(activity("Create", with(note("1", "Hola"), term, value)));

        assertThat(count("social_statuses")).isZero();
        assertThat(states()).isEqualTo("dropped");
    }

    @Test
    void isNoPostForAnyNumberOfPeople() {
        var many = new JsonArray(IntStream.range(0, 10_000)
                .mapToObj(n -> "https://a.example/" + n)
                .toList());

        send(activity("Create", with(note("1", "Hola"), "to", many)));
        send(activity("Create", with(note("2", "Hola"), "cc", many.copy().add(anaUri))));

        assertThat(count("social_statuses")).isZero();
        assertThat(count("social_recipients")).isZero();
        assertThat(states()).isEqualTo("dropped dropped");
    }

    @Test
    void changesNothingThatIsSaidHere() {
        var post = OURS + said(ana, "Hola", "public");
        var note = with(note("1", "Adios"), "id", post).put("updated", "2026-11-02T00:00:00Z");

        send(activity("Update", note));
        send(activity("Update", with(note, "attributedTo", anaUri)));
        send(activity("Delete", post));
        send(activity("Create", note));
        Peer.send(ben, "/ap/inbox", activity("Delete", anaUri).put("actor", anaUri))
                .statusCode(403);
        inbox.drain();

        assertThat(sql.list(String.class, "SELECT content FROM social_statuses"))
                .containsExactly("<p>Hola</p>");
        assertThat(count("social_actors WHERE profile_id IS NOT NULL")).isOne();
    }

    @Test
    void takesBackNothingThatSomebodyElseDid() {
        var eve = peer.actor("Eve");
        var post = OURS + said(ana, "Hola", "public");
        var like = activity("Like", post);
        var follow = activity("Follow", anaUri);
        send(like);
        send(follow);

        for (var undone : List.of(like, follow, like.getString("id"), follow.getString("id"))) {
            Peer.send(eve, "/ap/inbox", activity("Undo", undone).put("actor", eve))
                    .statusCode(202);
        }
        inbox.drain();

        assertThat(count("social_likes")).isOne();
        assertThat(count("social_follows")).isOne();
    }

    /** A reads B, which reads A. */
    @Test
    void isNoConversationThatGoesRound() {
        var one = note("1", "one");
        var two = note("2", "two");
        var three = note("3", "three");
        send(activity("Create", with(one, "inReplyTo", three.getString("id"))));
        send(activity("Create", with(two, "inReplyTo", one.getString("id"))));
        send(activity("Create", with(three, "inReplyTo", two.getString("id"))));
        send(activity("Create", with(note("4", "four"), "inReplyTo", ben + "/notes/4")));

        for (var id : sql.list(String.class, "SELECT id FROM social_statuses WHERE content <> 'four'")) {
            as(ana).get("/api/social/statuses/" + id + "/thread")
                    .then()
                    .statusCode(200)
                    .body("ancestors", hasSize(2))
                    .body("descendants", hasSize(0));
        }
        as(ana).get("/api/social/statuses/"
                        + sql.one(String.class, "SELECT id FROM social_statuses WHERE content = 'four'") + "/thread")
                .then()
                .statusCode(200)
                .body("ancestors", hasSize(0));
    }

    @Test
    void isNoBoostOfItself() {
        send(activity("Like", OURS + "none"));
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT a.id, b.id, 'accepted', now() FROM social_actors a, social_actors b WHERE a.uri = ? AND b.uri = ?""", anaUri, ben);
        var boost = activity("Announce", ben);
        boost.put("object", boost.getString("id"));
        peer.has(boost);

        send(boost);
        send(activity("Announce", new JsonObject().put("id", ben + "/loop").put("object", ben + "/loop")));

        assertThat(count("social_statuses")).isZero();
        assertThat(count("internal.boost")).isZero();
        assertThat(states()).isEqualTo("done done done");
    }

    @Test
    void isNoVocabularyThatWouldHaveToBeFetched() {
        var before = peer.asked("GET", "/context").size();

        send(activity("Create", note("1", "Hola")).put("@context", peer.url("/context")));

        assertThat(peer.asked("GET", "/context")).hasSize(before);
        assertThat(count("social_statuses")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a \\u0000 b\"",
                "\"a \\\\u0000 b\"",
                "\"\\ud800 alone\"",
                "\"\\u202e backwards\"",
                "\"<p>\\ud83d\\ude00</p>\"",
                "[[[[\"deep\"]]]]",
                "{\"@value\": 1}",
                "1e400",
                "12345678901234567890123456789012345678901234567890",
                "null",
                "true"
            })
    void isNothingThatCannotBeKeptAndNothingThatBreaks(String content) {
        var body = activity("Create", note("1", "CONTENT")).encode().replace("\"CONTENT\"", content);

        Peer.send(Peer.signed(ben, Peer.KEYS, Form.CAVAGE, "POST", "/ap/inbox", body))
                .statusCode(is(202));
        inbox.drain();

        assertThat(states()).isEqualTo("done");
        assertThat(sql.rows("SELECT replies_count FROM social_statuses")).containsExactly(Map.of("replies_count", 0));
    }
}
