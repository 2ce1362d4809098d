package club.panamia.kernel.request;

import static club.panamia.kernel.problem.CommonProblem.STALE;
import static club.panamia.kernel.problem.CommonProblem.VERSION_REQUIRED;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which version a caller has seen: the header {@code If-Match} (RFC 9110, section 13.1.1). An entity tag here is the version's
 * number in quotes, or what stands for the content.
 */
public record IfMatch(@Nullable String header) {

    /** Refuses a change of a document whose caller does not say which version it is a change of (RFC 6585, section 3). */
    public static IfMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw VERSION_REQUIRED.because("Send the ETag of what you have read as If-Match.");
        }
        return new IfMatch(header);
    }

    /** For callers who may, but need not, say what they have seen. */
    public static IfMatch optional(@Nullable String header) {
        return new IfMatch(header);
    }

    /** Refuses when this is not the version that the caller has seen. */
    public void require(int version) {
        require(String.valueOf(version));
    }

    /** The same for a document without a number, whose tag is made of what it says. */
    public void require(String tag) {
        if (header != null && !names(header, "\"" + tag + "\"")) {
            throw STALE.because("Read it again: somebody has changed it, maybe you in another window.");
        }
    }

    /** A weak tag never matches: whoever changes something must have seen exactly this. */
    private static boolean names(String header, String tag) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(seen -> seen.equals(tag) || seen.equals("*"));
    }
}
