package club.panamia.social.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/**
 * That somebody signed this: read, and right in all but the signature itself.
 *
 * @param keyId the key by its address
 * @param base the bytes that are signed
 */
public record Claim(Form form, String keyId, byte[] base, byte[] signature) {

    /** The key's own kind says how it signs, never the sender. */
    public boolean isMadeBy(PublicKey key) {
        var algorithm = algorithm(key);
        if (algorithm == null) {
            return false;
        }
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(base);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }

    private static @Nullable String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            case null, default -> null;
        };
    }
}
