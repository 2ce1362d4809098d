package club.panamia.auth.oauth.grant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.auth.oauth.Claims;
import club.panamia.auth.oauth.Program;
import club.panamia.auth.token.ReadyKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class OAuthTokenResourceTest {

    private static final Map<String, String> FOR_ITSELF = Map.of("grant_type", "client_credentials");
    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void keysAreReady() {
        ReadyKeys.await();
    }

    @Test
    void givesAProgramATokenOfItsOwnThatNamesNoPerson() {
        var shop = Program.confidential("shop");

        var answer = shop.token(FOR_ITSELF);

        answer.then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("token_type", is("Bearer"))
                .body("expires_in", is(300))
                .body("scope", is("orders stock"))
                .body("issued_token_type", nullValue());
        assertThat(Claims.of(answer, "shop"))
                .containsEntry("sub", "shop")
                .containsEntry("client_id", "shop")
                .containsEntry("scope", "orders stock")
                .containsKey("jti")
                .doesNotContainKeys("sid", "groups", "screenname");
    }

    @Test
    void provesAProgramByFormAsWellButNotInTwoWays() {
        var shop = Program.confidential("shop");
        var form = new HashMap<>(FOR_ITSELF);
        form.put("client_id", "shop");
        form.put("client_secret", "shop-has-a-secret");

        post(form).then().statusCode(200);
        refused(shop.token(form), 400, "invalid_request");
        refused(shop.token(Map.of("grant_type", "client_credentials", "client_id", "other")), 400, "invalid_request");
    }

    @Test
    void refusesWhoeverCannotProveWhoTheyAre() {
        Program.confidential("shop");
        Program.confidential("gone").disabled();
        Program.open("phone");

        for (var stranger : new Program[] {
            new Program("shop", "another-secret"),
            new Program("gone", "gone-has-a-secret"),
            new Program("nobody", "nobody-has-a-secret"),
            new Program("shop'--\u0000", "x"),
            new Program("phone", "it-has-none"),
            new Program("shop", null)
        }) {
            refused(stranger.token(FOR_ITSELF), 401, "invalid_client")
                    .then()
                    .header("WWW-Authenticate", is("Basic realm=\"oauth\""));
        }
        refused(
                given().header("Authorization", "Bearer x")
                        .contentType("application/x-www-form-urlencoded")
                        .formParams(FOR_ITSELF)
                        .post("/oauth/token"),
                401,
                "invalid_client");
        refused(
                given().header("Authorization", "Basic !!!")
                        .contentType("application/x-www-form-urlencoded")
                        .formParams(FOR_ITSELF)
                        .post("/oauth/token"),
                401,
                "invalid_client");
    }

    @Test
    void refusesWhatTheProgramIsNotRegisteredFor() {
        var shop = Program.confidential("shop").registeredFor("token_exchange");
        var pets = Program.confidential("pets");

        refused(shop.token(FOR_ITSELF), 400, "unauthorized_client");
        refused(pets.token(Map.of("grant_type", "client_credentials", "scope", "orders admin")), 400, "invalid_scope");
        refused(pets.token(Map.of("grant_type", "client_credentials", "audience", "pana")), 400, "invalid_target");
        refused(pets.token(Map.of("grant_type", "client_credentials", "audience", "shop")), 400, "invalid_target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "refresh_token",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_credentials\u0000"
            })
    void refusesOtherGrants(String grant) {
        var shop = Program.confidential("shop");

        refused(shop.token(Map.of("grant_type", grant)), 400, "unsupported_grant_type");
    }

    @Test
    void refusesARequestThatCannotBeRead() {
        var shop = Program.confidential("shop");

        refused(shop.token(Map.of()), 400, "invalid_request");
        refused(shop.token(Map.of("grant_type", "")), 400, "invalid_request");
        refused(
                given().contentType("application/x-www-form-urlencoded")
                        .auth()
                        .preemptive()
                        .basic("shop", "shop-has-a-secret")
                        .body("grant_type=client_credentials&grant_type=client_credentials")
                        .post("/oauth/token"),
                400,
                "invalid_request");
        given().contentType("application/json")
                .body("{}")
                .post("/oauth/token")
                .then()
                .statusCode(415);
    }

    @Test
    void givesNobodyAMembersRightsForAProgramsToken() {
        var suite = Program.confidential("suite").firstParty();
        var token = suite.token(Map.of("grant_type", "client_credentials", "audience", "pana"))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        ReadyKeys.awaitVerifiedBearers();

        given().header("Authorization", "Bearer " + token)
                .get("/api/users/me")
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer " + token)
                .post("/api/auth/token")
                .then()
                .statusCode(403);
    }

    @Test
    void countsCallsPerProgramAndPerAddress() {
        var shop = Program.confidential("shop");
        shop.token(FOR_ITSELF).then().statusCode(200);
        assertThat(sql.list(String.class, "SELECT split_part(key, ':', 1) FROM internal.rate_limit ORDER BY 1"))
                .containsExactly("oauth-address-token", "oauth-client-token");

        sql.run("UPDATE internal.rate_limit SET used = 1200 WHERE key LIKE 'oauth-client%'");

        refused(shop.token(FOR_ITSELF), 429, "temporarily_unavailable").then().header("Retry-After", notNullValue());
        Program.confidential("pets").token(FOR_ITSELF).then().statusCode(200);
        sql.run("UPDATE internal.rate_limit SET used = 1200 WHERE key LIKE 'oauth-address%'");
        refused(new Program("nobody", "x").token(FOR_ITSELF), 429, "temporarily_unavailable");
    }

    private static Response post(Map<String, String> form) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post("/oauth/token");
    }

    private static Response refused(Response answer, int status, String error) {
        answer.then()
                .statusCode(status)
                .contentType("application/json")
                .body("error", is(error))
                .body("error_description", notNullValue());
        return answer;
    }
}
