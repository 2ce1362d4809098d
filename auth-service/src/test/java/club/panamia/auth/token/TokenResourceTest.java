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

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TokenResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
    void isRefusedWhenAnythingInItIsNotRight() {
        var ana = seed.person("Ana");
        var token = tokenOf(ana);
        eventually("the public keys are loaded", PATIENCE, () -> bearer(token).statusCode() == 200);
        var parts = token.split("\\.");

        assertThat(bearer(parts[0] + "." + tampered(parts[1]) + "." + parts[2]).statusCode())
                .isEqualTo(401);
        assertThat(bearer(parts[0] + "." + parts[1] + ".").statusCode()).isEqualTo(401);
        assertThat(bearer(header("none") + "." + parts[1] + ".").statusCode()).isEqualTo(401);
        assertThat(bearer(header("HS256") + "." + parts[1] + "." + parts[2]).statusCode())
                .isEqualTo(401);
        assertThat(bearer("nonsense").statusCode()).isEqualTo(401);
        bearer("nonsense").then().contentType("application/problem+json");
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

    private static String header(String algorithm) {
        return encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
    }

    private static String tampered(String payload) {
        var claims = new JsonObject(
                new String(Base64.getUrlDecoder().decode(payload), java.nio.charset.StandardCharsets.UTF_8));
        return encode(claims.put("groups", new io.vertx.core.json.JsonArray().add("admin"))
                .put("exp", Instant.now().plusSeconds(3600).getEpochSecond())
                .encode());
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
