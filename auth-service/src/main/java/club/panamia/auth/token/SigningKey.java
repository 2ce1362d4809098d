package club.panamia.auth.token;

import io.vertx.core.json.JsonObject;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;

/**
 * A key pair that signs access tokens: RSA-2048, since verifying is what happens on every request, and RSA verifies ten times
 * faster than the curves do here.
 *
 * @param publicJwk the public half (RFC 7517), as it is published
 */
record SigningKey(String id, JsonObject publicJwk, PrivateKey privateKey, Instant activeFrom, Instant expiresAt) {

    /** A key signs for so long, then a new one takes over. */
    static final Duration SIGNS_FOR = Duration.ofDays(30);

    /** And is published for so long, so that what it signed last can still be verified. */
    static final Duration PUBLISHED_FOR = Duration.ofDays(60);

    /** A new key is published for so long before it signs, so that everybody knows it by then. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    boolean signs(Instant now) {
        return !now.isBefore(activeFrom) && now.isBefore(expiresAt);
    }

    boolean isDueForSuccession(Instant now) {
        return !now.isBefore(activeFrom.plus(SIGNS_FOR).minus(AHEAD));
    }
}
