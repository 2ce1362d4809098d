package club.panamia.auth.own;

import static club.panamia.kernel.problem.CommonProblem.STALE;
import static club.panamia.kernel.problem.CommonProblem.VERSION_REQUIRED;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which version of their account somebody has seen: the header {@code If-Match} (RFC 9110, section 13.1.1). An entity tag here is
 * the version's number in quotes; a weak one never matches.
 */
record IfMatch(String header) {

    /** Refuses a change of something whose caller does not say which version it is a change of (RFC 6585, section 3). */
    static IfMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw VERSION_REQUIRED.because("Send the ETag of what you have read as If-Match.");
        }
        return new IfMatch(header);
    }

    void require(int version) {
        var tag = "\"" + version + "\"";
        if (Arrays.stream(header.split(","))
                .map(String::strip)
                .noneMatch(seen -> seen.equals(tag) || seen.equals("*"))) {
            throw STALE.because("Read it again: it was changed, maybe by you in another window.");
        }
    }
}
