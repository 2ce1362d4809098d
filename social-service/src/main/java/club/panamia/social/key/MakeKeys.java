package club.panamia.social.key;

import club.panamia.kernel.secret.EncryptionKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/** Makes an actor's keys on a worker thread, for an RSA key takes a tenth of a second and more. */
@Singleton
public class MakeKeys {

    private static final int RSA_BITS = 2048;
    private static final int ED25519_BYTES = 32;

    /** The multicodec of an Ed25519 public key. */
    private static final byte[] ED25519_CODE = {(byte) 0xed, 0x01};

    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final EncryptionKeys encryption;
    private final Vertx workers;

    MakeKeys(EncryptionKeys encryption, Vertx workers) {
        this.encryption = encryption;
        this.workers = workers;
    }

    /** Keys whose private halves can be decrypted again by naming this actor's id. */
    public Uni<NewKeys> of(String actorId) {
        return workers.executeBlocking(() -> make(actorId), false);
    }

    /** What a private key's encryption is bound to. */
    static String context(String actorId, String kind) {
        return "actor-key:" + kind + ":" + actorId;
    }

    private NewKeys make(String actorId) {
        var rsa = pair("RSA", RSA_BITS);
        var ed25519 = pair("Ed25519", 255);
        return new NewKeys(
                pem(rsa),
                encryption.encrypt(rsa.getPrivate().getEncoded(), context(actorId, "rsa-2048")),
                multikey(ed25519),
                encryption.encrypt(ed25519.getPrivate().getEncoded(), context(actorId, "ed25519")));
    }

    private static KeyPair pair(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes " + algorithm + " keys", e);
        }
    }

    private static String pem(KeyPair rsa) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + PEM.encodeToString(rsa.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    /** The last 32 bytes of its SPKI are the key itself (RFC 8410, section 4). */
    private static String multikey(KeyPair ed25519) {
        var spki = ed25519.getPublic().getEncoded();
        var key = Arrays.copyOf(ED25519_CODE, ED25519_CODE.length + ED25519_BYTES);
        System.arraycopy(spki, spki.length - ED25519_BYTES, key, ED25519_CODE.length, ED25519_BYTES);
        return Multibase.base58btc(key);
    }
}
