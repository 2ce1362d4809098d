package club.panamia.auth.oauth.inspect;

import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.auth.oauth.Program;
import club.panamia.auth.token.ReadyKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class IntrospectResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void keysAreReady() {
        ReadyKeys.await();
    }

    @Test
    void tellsWhoseSessionItIsAndNothingThatOpensIt() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");

        shop.introspect(ana.sessionToken())
                .then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("active", is(true))
                .body("sub", is(ana.id()))
                .body("username", is("Ana"))
                .body("token_type", is("urn:panamia:token-type:session"))
                .body("sid", is(sql.one(String.class, "SELECT public_id FROM sessions")))
                .body("$", not(hasKey("email")))
                .body(not(containsString(ana.sessionToken())));
    }

    @Test
    void saysNoFromTheNextCallOnWhenASessionHasEnded() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");
        var token = accessToken(shop.exchange(ana.sessionToken()));
        active(shop.introspect(token));

        as(ana).post("/api/auth/sign-out").then().statusCode(204);

        inactive(shop.introspect(ana.sessionToken()));
        inactive(shop.introspect(token));
    }

    @Test
    void saysNoOnALockedPersonsBehalf() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");
        var token = accessToken(shop.exchange(ana.sessionToken()));

        seed.lock(ana);

        inactive(shop.introspect(token));
        inactive(shop.introspect(ana.sessionToken()));
    }

    @Test
    void tellsAProgramAboutItsOwnTokensOnly() {
        var shop = Program.confidential("shop");
        var pets = Program.confidential("pets");
        var suite = Program.confidential("suite").firstParty();
        var ana = seed.person("Ana");
        var token = accessToken(shop.exchange(ana.sessionToken()));
        var own = as(ana).post("/api/auth/token").jsonPath().getString("token");

        shop.introspect(token)
                .then()
                .body("active", is(true))
                .body("sub", is(ana.id()))
                .body("client_id", is("shop"))
                .body("aud", is("shop"))
                .body("scope", is("orders stock"))
                .body("token_type", is("Bearer"));
        inactive(pets.introspect(token));
        inactive(shop.introspect(own));
        active(suite.introspect(own));
    }

    @Test
    void saysNoToWhatIsNoToken() {
        var shop = Program.confidential("shop");
        var token = accessToken(shop.token(Map.of("grant_type", "client_credentials")));

        active(shop.introspect(token));
        inactive(shop.introspect(token.substring(0, token.length() - 4) + "AAAA"));
        inactive(shop.introspect("nonsense"));
        inactive(shop.introspect("nonsense with \u0000 in it"));
        shop.post("/oauth/introspect", Map.of()).then().statusCode(400).body("error", is("invalid_request"));
    }

    @Test
    void saysNoForAProgramThatWasDisabledMeanwhile() {
        var suite = Program.confidential("suite").firstParty();
        sql.run("UPDATE internal.oauth_client SET audiences = '{pana,shop}' WHERE id = 'suite'");
        var shop = Program.confidential("shop");
        var token = accessToken(shop.token(Map.of("grant_type", "client_credentials")));
        active(suite.introspect(token));

        shop.disabled();

        inactive(suite.introspect(token));
        shop.introspect(token).then().statusCode(401);
    }

    @Test
    void isForProgramsWithASecretAlone() {
        var phone = Program.open("phone");
        var ana = seed.person("Ana");

        phone.introspect(ana.sessionToken()).then().statusCode(401).body("error", is("invalid_client"));
        new Program("shop", "guessed").introspect("x").then().statusCode(401);
        as(ana).contentType("application/x-www-form-urlencoded")
                .formParam("token", ana.sessionToken())
                .post("/oauth/introspect")
                .then()
                .statusCode(400);
    }

    @Test
    void revokesAProgramsOwnTokenAndNoOthers() {
        var shop = Program.confidential("shop");
        var pets = Program.confidential("pets");
        var token = accessToken(shop.token(Map.of("grant_type", "client_credentials")));
        var second = accessToken(shop.token(Map.of("grant_type", "client_credentials")));

        pets.revoke(token).then().statusCode(200);
        active(shop.introspect(token));

        shop.revoke(token).then().statusCode(200);
        inactive(shop.introspect(token));
        shop.revoke(token).then().statusCode(200);
        active(shop.introspect(second));
    }

    @Test
    void revokesASessionThatAProgramWasShown() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");

        shop.revoke(ana.sessionToken()).then().statusCode(200);

        as(ana).get("/api/auth/session").then().statusCode(401);
        inactive(shop.introspect(ana.sessionToken()));
    }

    @Test
    void revokesNothingForWhoeverCannotProveWhoTheyAre() {
        var ana = seed.person("Ana");
        var phone = Program.open("phone");

        new Program("shop", "guessed").revoke(ana.sessionToken()).then().statusCode(401);
        phone.revoke(ana.sessionToken()).then().statusCode(200);
        phone.revoke("nonsense").then().statusCode(200);

        as(ana).get("/api/auth/session").then().statusCode(200);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.oauth_revocation"))
                .isZero();
    }

    @Test
    void tellsStockClientsWhereEverythingIs() {
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Access-Control-Allow-Origin", is("*"))
                .body("issuer", is("http://localhost:8080"))
                .body("token_endpoint", is("http://localhost:8080/oauth/token"))
                .body("authorization_endpoint", is("http://localhost:8080/oauth/authorize"))
                .body("introspection_endpoint", is("http://localhost:8080/oauth/introspect"))
                .body("revocation_endpoint", is("http://localhost:8080/oauth/revoke"))
                .body("jwks_uri", is("http://localhost:8080/.well-known/jwks.json"))
                .body("code_challenge_methods_supported", is(java.util.List.of("S256")))
                .body("authorization_response_iss_parameter_supported", is(true));
    }

    private static String accessToken(Response issued) {
        return issued.then().statusCode(200).extract().path("access_token");
    }

    private static void active(Response answer) {
        answer.then().statusCode(200).body("active", is(true));
    }

    private static void inactive(Response answer) {
        answer.then().statusCode(200).body("$", is(Map.of("active", false)));
    }
}
