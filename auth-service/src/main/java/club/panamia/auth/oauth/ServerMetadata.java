package club.panamia.auth.oauth;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** What a stock client needs to know of us (RFC 8414, section 2; the last one by RFC 9207). */
@JsonNaming(SnakeCaseStrategy.class)
record ServerMetadata(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String introspectionEndpoint,
        String revocationEndpoint,
        String jwksUri,
        List<String> responseTypesSupported,
        List<String> grantTypesSupported,
        List<String> codeChallengeMethodsSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> introspectionEndpointAuthMethodsSupported,
        List<String> revocationEndpointAuthMethodsSupported,
        boolean authorizationResponseIssParameterSupported) {

    private static final List<String> BY_SECRET = List.of("client_secret_basic", "client_secret_post");
    private static final List<String> BY_SECRET_OR_PKCE = List.of("client_secret_basic", "client_secret_post", "none");

    static ServerMetadata of(String issuer) {
        return new ServerMetadata(
                issuer,
                issuer + "/oauth/authorize",
                issuer + "/oauth/token",
                issuer + "/oauth/introspect",
                issuer + "/oauth/revoke",
                issuer + "/.well-known/jwks.json",
                List.of("code"),
                List.of("authorization_code", "client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"),
                List.of("S256"),
                BY_SECRET_OR_PKCE,
                BY_SECRET,
                BY_SECRET_OR_PKCE,
                true);
    }
}
