package club.panamia.social.remote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.Peer;
import club.panamia.social.key.PeerKey;
import club.panamia.social.signature.Claims;
import club.panamia.social.signature.Form;
import club.panamia.social.signature.HttpMessage;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RemoteActorsTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();

    @Inject
    RemoteActors actors;

    @AfterEach
    void close() {
        peer.close();
    }

    private String at(String uri) {
        return actors.at(uri).await().atMost(Duration.ofSeconds(20));
    }

    private void refuses(String uri, RemoteProblem problem) {
        assertThatThrownBy(() -> at(uri))
                .isInstanceOf(Problem.class)
                .satisfies(refusal -> assertThat(((Problem) refusal).type()).isEqualTo(problem));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_actors WHERE id <> 'instance'"))
                .isZero();
    }

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

    @Test
    void areAskedForInTheNameOfThisServer() {
        at(peer.actor("Ben"));

        var asked = peer.asked("GET", "/users/Ben").getFirst();
        var headers = MultiMap.caseInsensitiveMultiMap();
        asked.headers().forEach((name, values) -> headers.add(name, values));
        var claim = Claims.of(
                new HttpMessage("GET", URI.create(peer.url("/users/Ben")), headers, new byte[0]), Instant.now());
        var pem = given().accept("application/activity+json")
                .get("/ap/actor")
                .then()
                .statusCode(200)
                .body("type", is("Application"))
                .body("id", is("http://localhost:8080/ap/actor"))
                .extract()
                .jsonPath()
                .getString("publicKey.publicKeyPem");
        assertThat(headers.get("User-Agent")).matches("Pana/\\S+ \\(\\+http://localhost:8080/\\)");
        assertThat(claim.keyId()).isEqualTo("http://localhost:8080/ap/actor#main-key");
        assertThat(claim.isMadeBy(PeerKey.ofPem(pem))).isTrue();
    }

    @Test
    void areFoundWhereTheirServerLeadsAndEachCallIsSignedForItsPlace() {
        var ben = peer.actor("Ben");
        peer.leads("/@Ben", "/moved/Ben");
        peer.leads("/moved/Ben", "/users/Ben");

        assertThat(at(peer.url("/@Ben"))).isEqualTo(at(ben));

        for (var path : List.of("/@Ben", "/moved/Ben", "/users/Ben")) {
            var asked = peer.asked("GET", path).getFirst();
            var headers = MultiMap.caseInsensitiveMultiMap();
            asked.headers().forEach((name, values) -> headers.add(name, values));
            var message = new HttpMessage("GET", URI.create(peer.url(path)), headers, new byte[0]);
            var key = sql.one(String.class, "SELECT public_key FROM social_actors WHERE id = 'instance'");
            assertThat(Claims.of(message, Instant.now()).isMadeBy(PeerKey.ofPem(key)))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void areAskedForInTheOtherFormOfSignatureWhereTheirServerDoesNotTakeTheUsualOne() {
        var ben = peer.actor("Ben");
        var eve = peer.actor("Eve");
        peer.showsOnlyTo(Form.RFC9421);

        assertThat(at(ben)).isNotEmpty();
        assertThat(at(eve)).isNotEmpty();

        assertThat(peer.asked("GET", "/users/Ben")).hasSize(2);
        assertThat(peer.asked("GET", "/users/Eve")).as("it is remembered").hasSize(1);
    }

    @Test
    void areAskedForOnceByManyAtOnce() {
        var ben = peer.actor("Ben");
        at(peer.actor("Eve"));

        var ids = Race.of(8, runner -> () -> at(ben));

        assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
        assertThat(peer.asked("GET", "/users/Ben")).hasSizeLessThanOrEqualTo(2);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.actor_key"))
                .isOne();
    }

    @Test
    void thatAreNotThereAreNotAskedForAgainAtOnce() {
        refuses(peer.url("/users/Nobody"), RemoteProblem.NOT_THERE);
        refuses(peer.url("/users/Nobody"), RemoteProblem.NOT_THERE);

        assertThat(peer.asked("GET", "/users/Nobody")).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/users/ben",
                "https://[::1]/users/ben",
                "https://169.254.169.254/users/ben",
                "https://10.0.0.1/users/ben",
                "http://localhost:8080/ap/actors/x",
                "ftp://peer.example/ben",
                "nonsense"
            })
    void areNotSoughtWhereNoServerOfOthersIs(String uri) {
        assertThatThrownBy(() -> at(uri)).isInstanceOf(Problem.class);
    }

    @Test
    void ofOneServerAreAskedForSoOftenAMinute() {
        for (var n = 0; n < 601; n++) {
            var uri = peer.url("/users/" + n);
            assertThatThrownBy(() -> at(uri)).isInstanceOf(Problem.class);
        }

        assertThat(peer.asked("GET", "/users/")).hasSize(600);
        try (var other = new Peer()) {
            assertThat(at(other.actor("Ben"))).isNotEmpty();
        }
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
