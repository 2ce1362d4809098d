package club.panamia.mentoring.busycalendar;

import club.panamia.kernel.secret.EncryptionKeys;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Seals addresses of calendars for the database: each for its owner alone. */
@Singleton
class SealedAddress {

    private final EncryptionKeys keys;

    SealedAddress(EncryptionKeys keys) {
        this.keys = keys;
    }

    byte[] seal(URI address, String ownerId) {
        return keys.encrypt(address.toString().getBytes(StandardCharsets.UTF_8), context(ownerId));
    }

    URI open(byte[] sealed, String ownerId) {
        return URI.create(new String(keys.decrypt(sealed, context(ownerId)), StandardCharsets.UTF_8));
    }

    /** The same under the newest key. */
    byte[] renewed(byte[] sealed, String ownerId) {
        return keys.needsReencryption(sealed) ? seal(open(sealed, ownerId), ownerId) : sealed;
    }

    private static String context(String ownerId) {
        return "busy calendar of " + ownerId;
    }
}
