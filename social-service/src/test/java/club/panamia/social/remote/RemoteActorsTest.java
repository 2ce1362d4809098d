package club.panamia.social.remote;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RemoteActorsTest extends Acquaintance {

    @Test
    void areKeptAsTheirServerDescribesThem() {
        var ben = peer.actor("Ben");

        var id = at(ben);

        assertThat(sql.rows("""
                        SELECT id, username, domain, type, inbox_url, shared_inbox_url, followers_url, name, summary, profile_id,
                               fetched_at > now() - interval '1 minute' AS fetched
                          FROM social_actors WHERE uri = ?""", ben))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsAllEntriesOf(Map.of(
                                "id", id, "username", "Ben", "domain", peer.host(), "type", "Person", "fetched", true))
                        .containsEntry("inbox_url", ben + "/inbox")
                        .containsEntry("shared_inbox_url", peer.url("/inbox"))
                        .containsEntry("name", "Name of Ben")
                        .containsEntry("summary", "<p>Hola</p>")
                        .containsEntry("profile_id", null));
        assertThat(sql.list(String.class, "SELECT key_id FROM internal.peer_key WHERE actor_id = ?", id))
                .containsExactly(ben + "#main-key");
        assertThat(at(ben)).isEqualTo(id);
        assertThat(peer.asked("GET", "/")).hasSize(1);
    }

    @Test
    void areFoundByTheirWordsWhereTheySaySo() {
        var id = at(peer.actor("Ben"));
        assertThat(sql.one(Boolean.class, "SELECT indexable IS NULL FROM social_actors WHERE id = ?", id))
                .isTrue();

        peer.has("/users/Ben", peer.describe("Ben", Peer.KEYS).put("indexable", true));
        actors.anew(peer.url("/users/Ben")).await().atMost(Duration.ofSeconds(20));

        assertThat(sql.one(Boolean.class, "SELECT indexable FROM social_actors WHERE id = ?", id))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "id, https://other.example/users/Ben",
        "inbox, https://other.example/inbox",
        "inbox, nonsense",
        "type, Note",
        "preferredUsername, Ben@other.example",
        "preferredUsername, <b>",
        "publicKey, PEM"
    })
    void thatCannotBeWhatTheySayAreRefused(String term, String value) {
        peer.has("/users/Ben", peer.describe("Ben", Peer.KEYS).put(term, value));

        refuses(peer.url("/users/Ben"), RemoteProblem.NOT_UNDERSTOOD);
    }

    @Test
    void haveNoKeyThatSaysItIsSomebodyElses() {
        var document = peer.describe("Ben", Peer.KEYS);
        document.getJsonObject("publicKey").put("owner", peer.url("/users/Eve"));
        peer.has(document);

        refuses(peer.url("/users/Ben"), RemoteProblem.NOT_UNDERSTOOD);
    }

    @Test
    void areTakenUnderTheirIdAloneAndOnlyOnce() {
        var ben = peer.actor("Ben");
        peer.has("/@Ben", peer.describe("Ben", Peer.KEYS));

        assertThat(at(peer.url("/@Ben"))).isEqualTo(at(ben));
        assertThat(sql.list(String.class, "SELECT uri FROM social_actors WHERE id <> 'instance'"))
                .containsExactly(ben);
    }

    @Test
    void thatAreNestedWithoutEndAreRefused() {
        var deep = new JsonObject();
        for (var level = 0; level < 40; level++) {
            deep = new JsonObject().put("deeper", new JsonArray().add(deep));
        }
        peer.has(peer.describe("Ben", Peer.KEYS).put("more", deep));
        refuses(peer.url("/users/Ben"), RemoteProblem.NOT_UNDERSTOOD);
    }

    @Test
    void takeAHandleOverOnTheirServer() {
        var old = at(peer.actor("Ben"));
        var document = peer.describe("Ben2", Peer.KEYS).put("preferredUsername", "ben");
        peer.has(document);

        var next = at(document.getString("id"));

        assertThat(sql.list(String.class, "SELECT id FROM social_actors WHERE username = 'ben'"))
                .containsExactly(next);
        assertThat(sql.one(String.class, "SELECT username FROM social_actors WHERE id = ?", old))
                .isEqualTo(old);
    }
}
