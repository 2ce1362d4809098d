package club.panamia.auth.oauth.grant;

import club.panamia.auth.token.AccessTokens;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a program gets (RFC 6749, section 5.1; {@code issued_token_type} by RFC 8693, section 2.2.1).
 *
 * @param expiresIn seconds
 */
record IssuedToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        String scope,
        @Nullable @JsonProperty("issued_token_type") String issuedTokenType) {

    static IssuedToken of(String accessToken, String scope) {
        return new IssuedToken(accessToken, "Bearer", AccessTokens.LIFE.toSeconds(), scope, null);
    }

    static IssuedToken exchanged(String accessToken, String scope) {
        return new IssuedToken(
                accessToken, "Bearer", AccessTokens.LIFE.toSeconds(), scope, ExchangeSession.ACCESS_TOKEN);
    }

    /** A record would show the token. */
    @Override
    public String toString() {
        return "a token for " + scope;
    }
}
