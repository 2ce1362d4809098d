package club.panamia.liquibase.roles;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password as PostgreSQL stores it: {@code SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey}, by RFC 5803 and RFC 7677.
 */
final class ScramSecret {

    private static final Pattern FORM = Pattern.compile("SCRAM-SHA-256\\$(\\d+):([^$]+)\\$([^:]+):(.+)");

    private ScramSecret() {}

    static boolean matches(String secret, String password) {
        var parts = FORM.matcher(secret);
        if (!parts.matches()) {
            return false;
        }
        var base64 = Base64.getDecoder();
        var iterations = Integer.parseInt(parts.group(1));
        var storedKey = storedKey(password, base64.decode(parts.group(2)), iterations);
        return MessageDigest.isEqual(storedKey, base64.decode(parts.group(3)));
    }

    private static byte[] storedKey(String password, byte[] salt, int iterations) {
        try {
            var salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                    .getEncoded();
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(salted, "HmacSHA256"));
            return MessageDigest.getInstance("SHA-256")
                    .digest(hmac.doFinal("Client Key".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
