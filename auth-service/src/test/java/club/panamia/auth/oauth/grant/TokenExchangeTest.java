package club.panamia.auth.oauth.grant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.auth.oauth.Claims;
import club.panamia.auth.oauth.Program;
import club.panamia.auth.token.ReadyKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session exchanged for a token (RFC 8693). */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class TokenExchangeTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void keysAreReady() {
        ReadyKeys.await();
    }

    @Test
    void exchangesASessionForATokenThatOnlyTheProgramCanUse() {
        var shop = Program.confidential("shop");
        var ada = seed.admin("Ada");

        var answer = shop.exchange(ada.sessionToken());

        answer.then()
                .statusCode(200)
                .body("issued_token_type", is("urn:ietf:params:oauth:token-type:access_token"))
                .body("access_token", notNullValue());
        assertThat(Claims.of(answer, "shop"))
                .containsEntry("sub", ada.id())
                .containsEntry("screenname", "Ada")
                .containsEntry("client_id", "shop")
                .containsEntry("groups", java.util.List.of("member"))
                .containsEntry("sid", sql.one(String.class, "SELECT public_id FROM sessions"));
        ReadyKeys.awaitVerifiedBearers();
        given().header("Authorization", "Bearer " + answer.path("access_token"))
                .get("/api/users/me")
                .then()
                .statusCode(401);
    }

    @Test
    void exchangesForTheSuiteWhereOneOfOurOwnAsksAndNeverForMoreThanAMember() {
        var suite = Program.confidential("suite").firstParty();
        var ada = seed.admin("Ada");
        var form = new HashMap<>(exchange(ada.sessionToken()));
        form.put("audience", "pana");
        form.put("requested_token_type", "urn:ietf:params:oauth:token-type:jwt");

        var answer = suite.token(form);

        assertThat(Claims.of(answer, "pana")).containsEntry("groups", java.util.List.of("member"));
        ReadyKeys.awaitVerifiedBearers();
        given().header("Authorization", "Bearer " + answer.path("access_token"))
                .get("/api/users/me")
                .then()
                .statusCode(200)
                .body("id", is(ada.id()));
    }

    @Test
    void exchangesNothingElseThanAnOpenSession() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");
        var locked = seed.person("Lola");
        seed.lock(locked);
        var ended = seed.session(ana.id(), "pana_auth", java.time.Duration.ofSeconds(-1));

        refused(shop.exchange(ended), 400, "invalid_request");
        refused(shop.exchange(locked.sessionToken()), 400, "invalid_request");
        refused(shop.exchange("a-token-that-nobody-ever-had"), 400, "invalid_request");
        refused(shop.exchange("short"), 400, "invalid_request");
        refused(shop.exchange("with a \u0000 in the middle of it"), 400, "invalid_request");
        for (var other : Map.of(
                        "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                        "requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token",
                        "actor_token", "somebody")
                .entrySet()) {
            var form = new HashMap<>(exchange(ana.sessionToken()));
            form.put(other.getKey(), other.getValue());
            refused(shop.token(form), 400, "invalid_request");
        }
    }

    private static Map<String, String> exchange(String sessionToken) {
        return Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", sessionToken,
                "subject_token_type", "urn:panamia:token-type:session");
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
