package club.panamia.auth.token;

import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;

/**
 * A key pair that signs access tokens: RSA-2048, since verifying is what happens on every request, and RSA verifies ten times
 * faster than the curves do here.
 *
 * @param publicJwk the public half (RFC 7517), as it is published
 * @param successionAsked an operator wants another to take over (bin/rotate-keys)
 * @param sealedByOldKey its private half is encrypted under an older key than the newest of PANA_ENCRYPTION_KEYS
 */
record SigningKey(
        String id,
        JsonObject publicJwk,
        KeyPair pair,
        Instant activeFrom,
        Instant expiresAt,
        boolean successionAsked,
        boolean sealedByOldKey) {

    /** A key signs for so long, then a new one takes over. */
    static final Duration SIGNS_FOR = Duration.ofDays(30);

    /** And is published for so long, so that what it signed last can still be verified. */
    static final Duration PUBLISHED_FOR = Duration.ofDays(60);

    /** A new key is published for so long before it signs, so that everybody knows it by then. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    /** A record would show its parts, and one of them is private. */
    @Override
    public String toString() {
        return "signing key " + id;
    }

    boolean signs(Instant now) {
        return !now.isBefore(activeFrom) && now.isBefore(expiresAt);
    }

    boolean isDueForSuccession(Instant now) {
        return successionAsked || !now.isBefore(activeFrom.plus(SIGNS_FOR).minus(AHEAD));
    }
}
