package club.panamia.kernel.secret;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tokens and codes for links and sign-ins, and the hash under which they are kept. */
@Singleton
@Startup
public class Tokens {

    private static final int TOKEN_BYTES = 32;
    private static final int CODES = 1_000_000;
    private static final int SECRET_CHARACTERS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String secret;

    /** @throws IllegalStateException one line that names the setting, when the secret is missing or short */
    public Tokens(@ConfigProperty(name = "pana.auth-secret") Optional<String> setting) {
        secret = setting.map(String::strip).orElse("");
        if (secret.length() < SECRET_CHARACTERS) {
            throw new IllegalStateException(
                    "AUTH_SECRET %s: it takes 32 characters at least (a new one: openssl rand -base64 33)."
                            .formatted(secret.isEmpty() ? "is missing" : "is too short"));
        }
    }

    /** 32 random bytes in base64url (RFC 4648, section 5) without padding: 43 characters. */
    public static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Six random digits. A million codes are few: whoever checks one must limit the attempts. */
    public static String newCode() {
        return "%06d".formatted(RANDOM.nextInt(CODES));
    }

    /**
     * What is kept of a token: SHA-256 over the token and {@code AUTH_SECRET}, in hex, as Auth.js keeps its verification
     * tokens, so that both find each other's rows.
     */
    public String hash(String token) {
        return Sha256.hex(token + secret);
    }

    /** Whether the token has this hash, in a time that tells nothing about where they differ. */
    public boolean matches(String token, String hash) {
        return same(hash(token), hash);
    }

    /** Compares two secrets in a time that tells nothing about where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
