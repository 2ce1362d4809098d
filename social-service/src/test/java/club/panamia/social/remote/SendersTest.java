package club.panamia.social.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.Peer;
import club.panamia.social.signature.Claim;
import club.panamia.social.signature.Claims;
import club.panamia.social.signature.Form;
import club.panamia.social.signature.SignatureProblem;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SendersTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();

    @Inject
    Senders senders;

    @AfterEach
    void close() {
        peer.close();
    }

    private static Claim claim(String actor, KeyPair keys, Form form) {
        return Claims.of(Peer.signed(actor, keys, form, "POST", "/ap/inbox", "{}"), Instant.now());
    }

    private String sender(Claim claim) {
        return senders.of(claim).await().atMost(Duration.ofSeconds(20)).actorUri();
    }

    private void refuses(Claim claim) {
        assertThatThrownBy(() -> sender(claim))
                .isInstanceOf(Problem.class)
                .satisfies(
                        problem -> assertThat(((Problem) problem).type()).isEqualTo(SignatureProblem.WRONG_SIGNATURE));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void areFoundByTheirKeyAndAskedForOnce(Form form) {
        var ben = peer.actor("Ben");

        assertThat(sender(claim(ben, Peer.KEYS, form))).isEqualTo(ben);
        assertThat(sender(claim(ben, Peer.KEYS, form))).isEqualTo(ben);

        assertThat(peer.asked("GET", "/users/Ben")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void mayHaveNewKeys() {
        var ben = peer.actor("Ben");
        var keys = Peer.keys();
        sender(claim(ben, Peer.KEYS, Form.CAVAGE));
        peer.has(peer.describe("Ben", keys));

        refuses(claim(ben, keys, Form.CAVAGE));
        sql.run("UPDATE social_actors SET fetched_at = now() - interval '6 minutes'");

        assertThat(sender(claim(ben, keys, Form.CAVAGE))).isEqualTo(ben);
        refuses(claim(ben, Peer.keys(), Form.CAVAGE));
    }

    @Test
    void areNobodyWithAnotherKey() {
        var ben = peer.actor("Ben");

        refuses(claim(ben, Peer.keys(), Form.CAVAGE));
        refuses(claim(peer.url("/users/Nobody"), Peer.KEYS, Form.CAVAGE));
    }

    @Test
    void mayShowTheirKeyAsADocumentOfItsOwn() {
        var document = peer.describe("Ben", Peer.KEYS);
        var keyId = peer.url("/users/Ben/key");
        var key = document.getJsonObject("publicKey").put("id", keyId);
        peer.has(document).has(new JsonObject().mergeIn(key));
        var message = Peer.signed(peer.url("/users/Ben"), Peer.KEYS, Form.CAVAGE, "POST", "/ap/inbox", "{}");
        message.headers()
                .set("signature", message.headers().get("signature").replace(peer.url("/users/Ben#main-key"), keyId));

        assertThat(sender(Claims.of(message, Instant.now()))).isEqualTo(peer.url("/users/Ben"));
    }

    @Test
    void areNotWhomAKeyOfAnotherActorNames() {
        var ben = peer.actor("Ben");
        var keyId = peer.url("/key");
        peer.has(new JsonObject().put("id", keyId).put("owner", ben).put("publicKeyPem", Peer.pem(Peer.KEYS)));
        var message = Peer.signed(ben, Peer.KEYS, Form.CAVAGE, "POST", "/ap/inbox", "{}");
        message.headers().set("signature", message.headers().get("signature").replace(ben + "#main-key", keyId));

        refuses(Claims.of(message, Instant.now()));
    }
}
