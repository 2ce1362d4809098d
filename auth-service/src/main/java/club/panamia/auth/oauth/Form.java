package club.panamia.auth.oauth;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_REQUEST;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request (RFC 6749, sections 3.1 and 3.2): one without a value counts as left out, an unknown one is nobody's
 * business, and one that comes twice is refused.
 */
public record Form(MultivaluedMap<String, String> values) {

    private static final int LONGEST = 8192;

    /** An empty body is no form at all to the framework. */
    public static Form of(@Nullable MultivaluedMap<String, String> values) {
        return new Form(values == null ? new MultivaluedHashMap<>() : values);
    }

    public Optional<String> optional(String name) {
        var given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw INVALID_REQUEST.because("'%s' comes more than once.".formatted(name));
        }
        return given.stream()
                .filter(value -> !value.isEmpty())
                .peek(value -> refuseTooLong(name, value))
                .findFirst();
    }

    public String required(String name) {
        return optional(name).orElseThrow(() -> INVALID_REQUEST.because("'%s' is missing.".formatted(name)));
    }

    private static void refuseTooLong(String name, String value) {
        if (value.length() > LONGEST) {
            throw INVALID_REQUEST.because("'%s' is too long.".formatted(name));
        }
    }
}
