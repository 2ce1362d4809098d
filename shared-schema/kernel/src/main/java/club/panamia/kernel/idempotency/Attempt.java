package club.panamia.kernel.idempotency;

import club.panamia.kernel.secret.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call under a key.
 *
 * @param key hash of actor, method, path and the caller's key
 * @param fingerprint hash of the body
 */
record Attempt(String key, String fingerprint) {

    /** Visible ASCII (RFC 9110 calls it VCHAR). */
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    static Attempt of(String actorId, String method, String path, String header, String body) {
        // No part but the last can hold a line feed.
        return new Attempt(Sha256.hex(String.join("\n", actorId, method, path, header)), Sha256.hex(body));
    }

    static void check(String header) {
        if (!KEY.matcher(header).matches()) {
            throw IdempotencyProblem.BAD_KEY.because("Idempotency-Key takes 1 to 255 visible ASCII characters.");
        }
    }

    /** The body as the endpoint understood it: blanks and the order of keys do not make it another one. */
    static String bodyOf(InvocationContext call, ObjectMapper json) {
        var annotations = call.getMethod().getParameterAnnotations();
        var body = new StringBuilder();
        for (var i = 0; i < annotations.length; i++) {
            if (Arrays.stream(annotations[i]).noneMatch(Attempt::saysWhereItComesFrom)) {
                body.append(text(json, call.getParameters()[i])).append('\n');
            }
        }
        return body.toString();
    }

    private static boolean saysWhereItComesFrom(Annotation annotation) {
        var name = annotation.annotationType().getName();
        return name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive.");
    }

    private static String text(ObjectMapper json, @Nullable Object value) {
        try {
            return json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an idempotent endpoint takes JSON", e);
        }
    }
}
