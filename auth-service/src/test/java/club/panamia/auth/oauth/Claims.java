package club.panamia.auth.oauth;

import static club.panamia.testing.http.Callers.anonymous;

import io.restassured.response.Response;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** What a token says, verified as a program would: by the public keys, for its own audience. */
public final class Claims {

    private Claims() {}

    public static Map<String, Object> of(Response issued, String audience) {
        return of(issued.then().statusCode(200).extract().<String>path("access_token"), audience);
    }

    public static Map<String, Object> of(String token, String audience) {
        try {
            var keys =
                    new JsonWebKeySet(anonymous().get("/.well-known/jwks.json").asString());
            return new JwtConsumerBuilder()
                    .setExpectedIssuer("http://localhost:8080")
                    .setExpectedAudience(audience)
                    .setRequireExpirationTime()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                    .build()
                    .processToClaims(token)
                    .getClaimsMap();
        } catch (JoseException | InvalidJwtException e) {
            throw new AssertionError(e);
        }
    }
}
