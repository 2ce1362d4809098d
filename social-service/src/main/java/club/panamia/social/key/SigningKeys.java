package club.panamia.social.key;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.social.signature.SigningKey;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;

/** Opens what {@link MakeKeys} has sealed. */
@Singleton
public class SigningKeys {

    private final EncryptionKeys encryption;

    SigningKeys(EncryptionKeys encryption) {
        this.encryption = encryption;
    }

    /** @param sealed an actor's RSA key as {@code internal.actor_key} has it */
    public SigningKey open(String actorId, String actorUri, byte[] sealed) {
        var encoded = encryption.decrypt(sealed, MakeKeys.context(actorId, "rsa-2048"));
        try {
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(actorUri + "#main-key", key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + actorUri + " cannot be read", e);
        }
    }
}
