package club.panamia.auth.token;

import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TokenResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The second of this service's test keys. */
    private static final String OLDER = "t0:YW4tb2xkZXIta2V5LW9mLTMyLWJ5dGVzLWZvci10ZXM=";

    @Inject
    SigningKeys keys;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void issuesWhatAnybodyCanVerifyByThePublicKeys() throws Exception {
        var ana = seed.person("Ana");
        var token = tokenOf(ana);
        var published = anonymous()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        var claims = new JwtConsumerBuilder()
                .setExpectedIssuer("http://localhost:8080")
                .setExpectedAudience("pana")
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(published).getJsonWebKeys()))
                .build()
                .processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo(ana.id());
        assertThat(claims.getStringClaimValue("screenname")).isEqualTo("Ana");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("member");
        assertThat(claims.getStringClaimValue("sid"))
                .isEqualTo(sql.one(String.class, "SELECT public_id FROM sessions WHERE user_id = ?", ana.id()));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void publishesNoPrivateHalf() {
        tokenOf(seed.person("Ana"));

        anonymous()
                .get("/.well-known/jwks.json")
                .then()
                .body("keys.kty", contains("RSA"))
                .body("keys[0].d", nullValue())
                .body("keys[0].p", nullValue());
        assertThat(sql.one(String.class, "SELECT encode(private_key, 'escape') FROM internal.signing_key"))
                .doesNotContain("PRIVATE");
    }

    @Test
    void isAcceptedAsABearerToken() {
        var ana = seed.person("Ana");
        var token = tokenOf(ana);

        eventually("the public keys are loaded", PATIENCE, () -> bearer(token).statusCode() == 200);

        bearer(token).then().body("user.id", is(ana.id()));
    }

    @Test
    void isIssuedOnlyWhileTheSessionLives() {
        var ana = seed.person("Ana");
        var token = tokenOf(ana);
        eventually("the public keys are loaded", PATIENCE, () -> bearer(token).statusCode() == 200);
        sql.run("DELETE FROM sessions WHERE user_id = ?", ana.id());

        given().header("Authorization", "Bearer " + token)
                .post("/api/auth/token")
                .then()
                .statusCode(401);
        anonymous().post("/api/auth/token").then().statusCode(401);
    }

    @Test
    void publishesASuccessorBeforeItSigns() {
        tokenOf(seed.person("Ana"));
        sql.run("UPDATE internal.signing_key SET active_from = now() - interval '31 days'");
        var first = keys.current().id();

        keys.refresh().await().atMost(PATIENCE);

        anonymous().get("/.well-known/jwks.json").then().body("keys", hasSize(2));
        assertThat(keys.current().id()).isEqualTo(first);
        sql.run("UPDATE internal.signing_key SET active_from = now() - interval '1 second' WHERE active_from > now()");
        keys.refresh().await().atMost(PATIENCE);
        assertThat(keys.current().id()).isNotEqualTo(first);
        sql.run("DELETE FROM internal.signing_key WHERE id = ?", first);
        keys.refresh().await().atMost(PATIENCE);
    }

    @Test
    void followsAnOperatorsWishForANewKeyWhileOldTokensStayValid() {
        var ana = seed.person("Ana");
        var old = tokenOf(ana);
        eventually("the public keys are loaded", PATIENCE, () -> bearer(old).statusCode() == 200);
        var first = keys.current().id();
        sql.run("UPDATE internal.signing_key SET succession_asked_at = now()");

        keys.refresh().await().atMost(PATIENCE);
        keys.refresh().await().atMost(PATIENCE);

        anonymous().get("/.well-known/jwks.json").then().body("keys", hasSize(2));
        assertThat(keys.current().id()).isEqualTo(first);
        sql.run("UPDATE internal.signing_key SET active_from = now() - interval '1 second' WHERE active_from > now()");
        keys.refresh().await().atMost(PATIENCE);
        var fresh = tokenOf(ana);
        assertThat(keyOf(fresh)).isEqualTo(keys.current().id()).isNotEqualTo(first);
        assertThat(keyOf(old)).isEqualTo(first);
        eventually("the new key is known", PATIENCE, () -> bearer(fresh).statusCode() == 200);
        bearer(old).then().statusCode(200);
        sql.run("DELETE FROM internal.signing_key WHERE id = ?", first);
        keys.refresh().await().atMost(PATIENCE);
    }

    @Test
    void sealsAnewWhatAnOlderKeySealed() {
        tokenOf(seed.person("Ana"));
        var id = keys.current().id();
        var older = new KeyMaker(new EncryptionKeys(Optional.of(OLDER)));
        sql.run(
                "UPDATE internal.signing_key SET private_key = ? WHERE id = ?",
                older.sealed(keys.current()).getBytes(),
                id);
        assertThat(sealedBy(id)).isEqualTo("t0");

        keys.refresh().await().atMost(PATIENCE);

        assertThat(sealedBy(id)).isEqualTo("t1");
        keys.refresh().await().atMost(PATIENCE);
        assertThat(keys.current().id()).isEqualTo(id);
        assertThat(keys.current()).hasToString("signing key " + id);
    }

    private String sealedBy(String id) {
        return sql.one(
                String.class,
                "SELECT convert_from(substring(private_key FROM 3 FOR get_byte(private_key, 1)), 'UTF8') FROM internal.signing_key WHERE id = ?",
                id);
    }

    private static String keyOf(String token) {
        var header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        return new JsonObject(header).getString("kid");
    }

    private String tokenOf(Person person) {
        eventually(
                "a signing key is ready",
                PATIENCE,
                () -> as(person).post("/api/auth/token").statusCode() == 200);
        return as(person).post("/api/auth/token").jsonPath().getString("token");
    }

    private static io.restassured.response.Response bearer(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/auth/session");
    }
}
