package club.panamia.kernel.secret;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encryption at rest by AES-256-GCM (NIST SP 800-38D) under the keys of {@code PANA_ENCRYPTION_KEYS}: the newest one encrypts,
 * all of them decrypt. A ciphertext is one format byte, the key's id with its length, a 12-byte nonce, the sealed bytes and a
 * 16-byte tag.
 */
@Singleton
@Startup
public class EncryptionKeys {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys;
    private final String newest;

    /** @throws IllegalStateException one line that names the setting, when a key is missing or bad */
    public EncryptionKeys(@ConfigProperty(name = "pana.encryption-keys") Optional<String> setting) {
        keys = KeyList.parse(setting.orElse(""));
        newest = keys.keySet().iterator().next();
    }

    /** @throws IllegalArgumentException one line that names the setting and shows no key, when {@code setting} cannot be used */
    public static void check(String setting) {
        try {
            KeyList.parse(setting);
        } catch (IllegalStateException fault) {
            throw new IllegalArgumentException(fault.getMessage(), fault);
        }
    }

    /** The ids of all keys, the newest first. */
    public List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    /** Encrypts under the newest key; {@code context} says what it is and must be told again to decrypt. */
    public byte[] encrypt(byte[] plain, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var id = newest.getBytes(StandardCharsets.US_ASCII);
        var header = ByteBuffer.allocate(2 + id.length)
                .put(FORMAT)
                .put((byte) id.length)
                .put(id)
                .array();
        var sealed = cipher(Cipher.ENCRYPT_MODE, newest, nonce, header, context, plain);
        return ByteBuffer.allocate(header.length + nonce.length + sealed.length)
                .put(header)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * The plain bytes again.
     *
     * @throws IllegalArgumentException when it was changed, belongs to another context, or its key is no longer listed
     */
    public byte[] decrypt(byte[] ciphertext, String context) {
        var id = keyOf(ciphertext);
        var body = 2 + id.length();
        if (ciphertext.length < body + NONCE_BYTES + TAG_BITS / 8) {
            throw new IllegalArgumentException("The ciphertext is cut off.");
        }
        var header = Arrays.copyOf(ciphertext, body);
        var nonce = Arrays.copyOfRange(ciphertext, body, body + NONCE_BYTES);
        var sealed = Arrays.copyOfRange(ciphertext, body + NONCE_BYTES, ciphertext.length);
        return cipher(Cipher.DECRYPT_MODE, id, nonce, header, context, sealed);
    }

    /**
     * A keyed hash (HMAC-SHA-256, RFC 2104) under the newest key: whoever shows it has it from us. {@code context} says what is
     * signed, so that no signature serves for anything else.
     */
    public byte[] sign(String text, String context) {
        return hash(keys.values().iterator().next(), text, context);
    }

    /** Whether {@link #sign} has made this, under any of the keys; it takes the same time wherever it differs. */
    public boolean hasSigned(String text, String context, byte[] signature) {
        return keys.values().stream().anyMatch(key -> MessageDigest.isEqual(hash(key, text, context), signature));
    }

    /** Whether an older key than the newest was used, so that a job should encrypt it anew. */
    public boolean needsReencryption(byte[] ciphertext) {
        return !newest.equals(keyOf(ciphertext));
    }

    private static String keyOf(byte[] ciphertext) {
        if (ciphertext.length < 2
                || ciphertext[0] != FORMAT
                || ciphertext[1] < 1
                || ciphertext.length < 2 + ciphertext[1]) {
            throw new IllegalArgumentException("These bytes are not a ciphertext of ours.");
        }
        return new String(ciphertext, 2, ciphertext[1], StandardCharsets.US_ASCII);
    }

    /** Under a key that is made of the listed one: what encrypts does not sign. */
    private static byte[] hash(SecretKey key, String text, String context) {
        return hmac(hmac(key.getEncoded(), "sign " + context), text);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
        }
    }

    private byte[] cipher(int mode, String id, byte[] nonce, byte[] header, String context, byte[] input) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException(
                    "It was encrypted under the key '" + id + "', which PANA_ENCRYPTION_KEYS lacks.");
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(header);
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The ciphertext was changed or belongs to another context.", e);
        }
    }
}
