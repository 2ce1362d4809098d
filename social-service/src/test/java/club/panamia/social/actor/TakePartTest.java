package club.panamia.social.actor;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TakePartTest {

    private static final String MINE = "/api/social/actors/me";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @Inject
    EventPump pump;

    @Inject
    EncryptionKeys encryption;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
        seed.approvedProfile(ana);
        sql.run("UPDATE profiles SET name = 'Ana <Clay>', descriptions = '{\"details\": \"Pots & <b>pans</b>\\n"
                + "by hand\"}'");
    }

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

    @Test
    void showsEverybodyWhatItsPersonShowsToEverybody() {
        as(ana).put(MINE).then().statusCode(200).body("actor.fields.size()", is(0));
        sql.run("""
                UPDATE profiles SET images = '{"header": {"file": "abc"}}',
                  socials = '{"website": "https://ana.example/?a=\\"&b", "tiktok": "@ana", "instagram": "ana.clay", "twitter": "ana"}',
                  audience = '{"website": "public", "tiktok": "public", "instagram": "members"}'""");
        sql.run("UPDATE users SET account_type = 'small_business'");
        happened("profile.profile.changed");

        as(ana).get(MINE)
                .then()
                .body("actor.fields.name", contains("Website", "TikTok"))
                .body(
                        "actor.fields[0].value",
                        is("<a href=\"https://ana.example/?a=&quot;&amp;b\" rel=\"me nofollow noopener\">"
                                + "ana.example/?a=&quot;&amp;b</a>"))
                .body("actor.fields[1].value", containsString("https://www.tiktok.com/@ana"))
                .body("actor.headerUrl", is("http://localhost:8080/media/profile/abc-960.jpg"))
                .body("actor.type", is("Organization"));
        assertThat(events()).containsExactly("social.actor.joined", "social.actor.changed");
    }

    @Test
    void isCalledAsItsPersonAndFoundUnderFormerNames() {
        var id = as(ana).put(MINE).then().extract().jsonPath().getString("actor.id");
        sql.run("UPDATE users SET screenname = 'Anita'");
        happened("auth.screenname.changed");
        happened("auth.screenname.changed");

        for (var name : new String[] {"anita", "ANA"}) {
            anonymous()
                    .get("/api/social/actors/" + name)
                    .then()
                    .statusCode(200)
                    .body("id", is(id))
                    .body("username", is("Anita"));
        }
        assertThat(events()).filteredOn("social.actor.changed"::equals).hasSize(1);
    }

    @Test
    void showsWhatItsProfileSaysNow() {
        as(ana).put(MINE).then().statusCode(200);
        sql.run("UPDATE profiles SET name = 'Anita', descriptions = '{\"background\": \"Miami\"}', images ="
                + " '{\"primary\": {\"file\": \"abc\"}}'");
        happened("profile.profile.changed");
        happened("profile.images.changed");

        as(ana).get(MINE)
                .then()
                .body("actor.name", is("Anita"))
                .body("actor.summary", is("<p>Miami</p>"))
                .body("actor.iconUrl", is("http://localhost:8080/media/profile/abc-320.jpg"));
        sql.run("UPDATE profiles SET images = '{}'");
        happened("profile.images.changed");
        assertThat(sql.list(String.class, "SELECT icon_url FROM social_actors")).containsOnlyNulls();
    }

    private void happened(String type) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES (?, jsonb_build_object('userId', CAST(? AS text)))",
                type,
                ana.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    private List<String> events() {
        return sql.list(String.class, "SELECT type FROM internal.event WHERE type LIKE 'social.%' ORDER BY id");
    }
}
