package club.panamia.kernel.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.http.Callers;
import club.panamia.testing.http.SignedTokens;
import club.panamia.testing.rules.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BearerTokensTest {

    private static final String SOMEBODY = "a0000000000000000000nobody";

    @Inject
    BearerTokens tokens;

    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        TokenRules.check("/parcels/admin");
    }

    /** Even where it brings a member's role along: no session stands behind it. */
    @Test
    void takesAProgramsOwnTokenForNobodys() {
        TokenRules.check("/parcels/admin");

        whoami(token(claims())).then().statusCode(200).body(is("nobody"));
        whoami(tokenOfSomebody()).then().statusCode(200).body(is(SOMEBODY));
    }

    /** The scheme in other letters (RFC 9110, section 11.1) is not recognized at a glance, and goes the long way. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer"})
    void knowsATokenAgain(String scheme) {
        var token = tokenOfSomebody();

        assertThat(tokens.known(token)).isEmpty();
        whoami(scheme, token).then().statusCode(200).body(is(SOMEBODY));
        assertThat(tokens.known(token)).isPresent();
        whoami(scheme, token).then().statusCode(200).body(is(SOMEBODY));
    }

    private static String tokenOfSomebody() {
        var claims = claims();
        claims.put("sid", "a000000000000000000session");
        claims.put("jti", UUID.randomUUID().toString());
        return token(claims);
    }

    private static String token(Map<String, Object> claims) {
        var signed = SignedTokens.ofTests();
        return signed.rs256(Map.of("alg", "RS256", "kid", signed.keyId()), claims);
    }

    private static Map<String, Object> claims() {
        var now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                Callers.PUBLIC_URL,
                "aud",
                "pana",
                "sub",
                SOMEBODY,
                "groups",
                List.of("member"),
                "iat",
                now,
                "exp",
                now + 300));
    }

    private static Response whoami(String token) {
        return whoami("Bearer", token);
    }

    private static Response whoami(String scheme, String token) {
        return given().header("Authorization", scheme + " " + token).get("/parcels/whoami");
    }
}
