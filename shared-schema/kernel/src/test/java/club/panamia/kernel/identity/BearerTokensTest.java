package club.panamia.kernel.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.http.Callers;
import club.panamia.testing.http.SignedTokens;
import club.panamia.testing.rules.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BearerTokensTest {

    private static final String SOMEBODY = "a0000000000000000000nobody";

    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        TokenRules.check("/parcels/admin");
    }

    /** Even where it brings a member's role along: no session stands behind it. */
    @Test
    void takesAProgramsOwnTokenForNobodys() {
        TokenRules.check("/parcels/admin");
        var tokens = SignedTokens.ofTests();
        var header = Map.<String, Object>of("alg", "RS256", "kid", tokens.keyId());
        var claims = new HashMap<String, Object>(Map.of(
                "iss",
                Callers.PUBLIC_URL,
                "aud",
                "pana",
                "sub",
                SOMEBODY,
                "groups",
                List.of("member"),
                "iat",
                Instant.now().getEpochSecond(),
                "exp",
                Instant.now().plusSeconds(300).getEpochSecond()));

        whoami(tokens.rs256(header, claims)).then().statusCode(200).body(is("nobody"));
        claims.put("sid", "a000000000000000000session");
        whoami(tokens.rs256(header, claims)).then().statusCode(200).body(is(SOMEBODY));
    }

    private static Response whoami(String token) {
        return given().header("Authorization", "Bearer " + token).get("/parcels/whoami");
    }
}
