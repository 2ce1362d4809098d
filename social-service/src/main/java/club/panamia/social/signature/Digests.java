package club.panamia.social.signature;

import static club.panamia.social.signature.SignatureProblem.WRONG_SIGNATURE;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The digest of a body, in the header that each form has for it: Digest (RFC 3230) and Content-Digest (RFC 9530). */
final class Digests {

    private static final Map<String, String> KNOWN = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private Digests() {}

    static String cavage(byte[] body) {
        return "SHA-256=" + base64("SHA-256", body);
    }

    static String rfc9530(byte[] body) {
        return "sha-256=:" + base64("SHA-256", body) + ":";
    }

    /** Refuses a digest that is none of this body; at least one of a known kind must be there, and every such one be right. */
    static void check(@Nullable String header, byte[] body) {
        var right = 0;
        for (var part : header == null ? new String[0] : header.split(",", -1)) {
            var pair = part.strip().split("=", 2);
            var algorithm = KNOWN.get(pair[0].toLowerCase(Locale.ROOT));
            if (algorithm != null && pair.length == 2) {
                refuseOther(unwrapped(pair[1]), base64(algorithm, body));
                right++;
            }
        }
        if (right == 0) {
            throw WRONG_SIGNATURE.because("The digest of the body is missing, or of a kind that is not known.");
        }
    }

    private static String unwrapped(String value) {
        return value.startsWith(":") && value.endsWith(":") && value.length() > 1
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static void refuseOther(String said, String is) {
        if (!said.equals(is)) {
            throw WRONG_SIGNATURE.because("The digest is that of another body.");
        }
    }

    private static String base64(String algorithm, byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
