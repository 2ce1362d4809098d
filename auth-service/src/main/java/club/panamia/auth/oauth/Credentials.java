package club.panamia.auth.oauth;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_CLIENT;
import static club.panamia.auth.oauth.OAuthProblem.INVALID_REQUEST;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How a program proves itself: {@code client_secret_basic}, {@code client_secret_post}, or by its name alone (RFC 6749, section
 * 2.3.1).
 */
record Credentials(String clientId, @Nullable String secret) {

    private static final String BASIC = "Basic ";

    static Credentials of(@Nullable String authorization, Form form) {
        if (authorization == null) {
            return new Credentials(
                    form.required("client_id"), form.optional("client_secret").orElse(null));
        }
        if (form.optional("client_secret").isPresent()) {
            throw INVALID_REQUEST.because("Prove yourself in one way, not in two.");
        }
        var credentials = basic(authorization);
        if (!form.optional("client_id").orElse(credentials.clientId()).equals(credentials.clientId())) {
            throw INVALID_REQUEST.because("'client_id' is another one than the header's.");
        }
        return credentials;
    }

    /** Both halves are form-encoded before they are put together. */
    private static Credentials basic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw INVALID_CLIENT.because("Only Basic credentials prove a program.");
        }
        try {
            var bytes = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            var halves = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
            if (halves.length == 2) {
                return new Credentials(decoded(halves[0]), decoded(halves[1]));
            }
        } catch (IllegalArgumentException notEncoded) {
            // Told below, like everything else that cannot be read.
        }
        throw INVALID_CLIENT.because("The credentials cannot be read.");
    }

    private static String decoded(String half) {
        return URLDecoder.decode(half, StandardCharsets.UTF_8);
    }

    /** A record would show the secret. */
    @Override
    public String toString() {
        return "credentials of " + clientId;
    }
}
