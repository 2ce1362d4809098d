package club.panamia.social.inbox;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures whose keys are where nobody should look, or are shown by a server that means ill: they are nobody's. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class HostileKeysTest {

    private static final String TYPE = "application/activity+json";
    private static final int MANY = 50 << 20;

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private final HttpStub stub = new HttpStub();
    private String ana;

    @BeforeEach
    void ana() {
        ana = Callers.PUBLIC_URL + "/ap/actors/" + actorId(joined("Ana"));
    }

    @AfterEach
    void close() {
        stub.close();
        peer.close();
    }

    /** It is refused, and nothing is kept of it but our own key, with which we asked. */
    private void isRefused(String actor) {
        var follow = new JsonObject()
                .put("id", actor + "/" + UUID.randomUUID())
                .put("type", "Follow")
                .put("actor", actor)
                .put("object", ana);
        Peer.send(actor, "/ap/inbox", follow).statusCode(401).body("type", is("/problems/wrong-signature"));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.inbox_activity"))
                .isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.peer_key"))
                .isZero();
        assertThat(sql.list(String.class, "SELECT id FROM social_actors WHERE profile_id IS NULL AND id <> 'instance'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/users/x",
                "http://192.168.1.1/users/x",
                "http://100.64.0.1/users/x",
                "http://[fd00::1]/users/x",
                "http://[::ffff:10.0.0.1]/users/x",
                "http://0.0.0.0/users/x",
                "http://224.0.0.1/users/x",
                "http://localhost:22/users/x",
                "http://localhost:8080/ap/actors/x"
            })
    void areNotLookedForInPrivatePlaces(String actor) {
        isRefused(actor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/",
                "http://10.0.0.1/",
                "http://localhost:8080/ap/actor",
                "file:///etc/passwd"
            })
    void areNotFollowedThere(String location) {
        stub.on("/users/x", exchange -> redirect(exchange, location));

        isRefused(stub.url("/users/x"));
    }

    @Test
    void areNotFollowedRoundAndRound() {
        stub.on("/users/x", exchange -> redirect(exchange, stub.url("/users/x")));

        isRefused(stub.url("/users/x"));
        assertThat(stub.asked()).hasSize(4);
    }

    @Test
    void areNotUnpackedWithoutEnd() {
        stub.on("/users/x", HostileKeysTest::bomb);

        isRefused(stub.url("/users/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "application/ld+json"})
    void areNotReadFromWhatIsNoSuchDocument(String type) {
        var actor = stub.url("/users/x");
        var document = peer.describe("x", Peer.KEYS).encode().replace(peer.url(""), stub.url(""));
        stub.on("/users/x", 200, type, document);

        isRefused(actor);
    }

    @Test
    void areNotBelievedInTheNameOfThisServer() {
        var actor = stub.url("/users/x");
        stub.on(
                "/users/x",
                200,
                TYPE,
                peer.describe("x", Peer.KEYS).put("id", ana).encode());

        isRefused(actor);
        assertThat(sql.list(String.class, "SELECT public_key FROM social_actors WHERE uri = ?", ana))
                .containsExactly("PUBLIC KEY");
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void bomb(HttpExchange exchange) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[MANY]);
        }
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, packed.size());
        exchange.getResponseBody().write(packed.toByteArray());
    }
}
