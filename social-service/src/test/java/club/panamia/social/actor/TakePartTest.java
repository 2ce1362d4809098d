package club.panamia.social.actor;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Race;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TakePartTest extends Newcomer {

    @Inject
    EncryptionKeys encryption;

    @Test
    void givesAProfileItsActorUnderAnIdThatNoNameIsPartOf() {
        var mine = as(ana).put(MINE)
                .then()
                .statusCode(200)
                .body("actor.username", is("Ana"))
                .body("actor.domain", is("localhost"))
                .body("actor.name", is("Ana <Clay>"))
                .body("actor.summary", is("<p>Pots &amp; &lt;b&gt;pans&lt;/b&gt;<br>by hand</p>"))
                .body("actor.manuallyApprovesFollowers", is(false))
                .extract()
                .jsonPath();

        assertThat(mine.getString("actor.uri"))
                .isEqualTo("http://localhost:8080/ap/actors/" + mine.getString("actor.id"));
        assertThat(mine.prettify()).doesNotContainIgnoringCase("key").doesNotContain(ana.email());
        assertThat(events()).containsExactly("social.actor.joined");
    }

    @Test
    void keepsTheFirstActorHoweverOftenAndHoweverManyAtOnce() {
        var ids = Race.of(
                6,
                n -> () -> as(ana).put(MINE)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("actor.id"));

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.actor_key"))
                .isEqualTo(2);
        assertThat(events()).hasSize(1);
    }

    @Test
    void keepsPrivateKeysEncryptedAndTheyBelongToThePublicOnes() throws Exception {
        as(ana).put(MINE).then().statusCode(200);

        var key = sql.rows("SELECT actor_id, public_key, private_key FROM internal.actor_key WHERE kind = 'rsa-2048'")
                .getFirst();
        var plain = encryption.decrypt((byte[]) key.get("private_key"), "actor-key:rsa-2048:" + key.get("actor_id"));
        var pem = (String) key.get("public_key");
        var rsa = KeyFactory.getInstance("RSA");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(rsa.generatePrivate(new PKCS8EncodedKeySpec(plain)));
        signature.update("Hola".getBytes(StandardCharsets.UTF_8));
        var signed = signature.sign();
        signature.initVerify(rsa.generatePublic(
                new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")))));
        signature.update("Hola".getBytes(StandardCharsets.UTF_8));

        assertThat(signature.verify(signed)).isTrue();
        assertThat(pem).isEqualTo(sql.one(String.class, "SELECT public_key FROM social_actors"));
        assertThat(sql.one(String.class, "SELECT public_key FROM internal.actor_key WHERE kind = 'ed25519'"))
                .matches("z6Mk[1-9A-HJ-NP-Za-km-z]{44}");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE FROM profiles,no_profile,may-not-take-part",
        "UPDATE profiles SET active = false,profile_not_active,may-not-take-part",
        "UPDATE profiles SET social_eligible = false,not_eligible,may-not-take-part",
        "UPDATE users SET screenname = NULL,,screenname-required",
    })
    void refusesWhomAGateKeepsOutAndLeavesNothing(String change, String reason, String problem) {
        sql.run(change);

        as(ana).put(MINE)
                .then()
                .statusCode(403)
                .body("type", is("/problems/" + problem))
                .body("reason", is(reason));

        assertThat(sql.list(String.class, "SELECT id FROM social_actors")).isEmpty();
    }

    @Test
    void refusesStrangersAndThoseWhoAreLocked() {
        anonymous().put(MINE).then().statusCode(401);
        seed.lock(ana);
        as(ana).put(MINE).then().statusCode(401);
    }

    @Test
    void letsOneAnswerWishesToFollowOneself() {
        as(ana).contentType("application/json")
                .body("{\"manuallyApprovesFollowers\": true}")
                .patch(MINE)
                .then()
                .statusCode(403);
        as(ana).put(MINE).then().statusCode(200);

        as(ana).contentType("application/json")
                .body("{\"manuallyApprovesFollowers\": true}")
                .patch(MINE)
                .then()
                .statusCode(200)
                .body("actor.manuallyApprovesFollowers", is(true));
        as(ana).contentType("application/json").body("{}").patch(MINE).then().statusCode(422);
    }

    @Test
    void letsOneSayWhetherOneWantsToBeFound() {
        as(ana).put(MINE)
                .then()
                .statusCode(200)
                .body("actor.discoverable", is(false))
                .body("actor.indexable", is(false));

        decides("{\"discoverable\": true}")
                .body("actor.discoverable", is(true))
                .body("actor.indexable", is(true))
                .body("actor.manuallyApprovesFollowers", is(false));
        decides("{\"indexable\": false, \"manuallyApprovesFollowers\": true}")
                .body("actor.discoverable", is(true))
                .body("actor.indexable", is(false))
                .body("actor.manuallyApprovesFollowers", is(true));
    }

    private ValidatableResponse decides(String settings) {
        return as(ana).contentType("application/json")
                .body(settings)
                .patch(MINE)
                .then()
                .statusCode(200);
    }
}
