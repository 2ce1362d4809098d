package club.panamia.kernel.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only exception that features throw: a refusal that its reader can act on. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldFault> faults = new ArrayList<>();
    private final transient Map<String, Object> more = new LinkedHashMap<>();
    private transient @Nullable Duration retryAfter;

    Problem(ProblemType type, String detail) {
        // A refusal is an answer, not a fault of ours: it needs no stack trace.
        super(detail, null, false, false);
        this.type = type;
    }

    /** Names the place in the request that is at fault, as a JSON Pointer (RFC 6901) or a parameter's name. */
    public Problem at(String path, String message) {
        faults.add(new FieldFault(path, message));
        return this;
    }

    /** Adds a member of its own, such as {@code nextChangeAt}. */
    public Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    /** When it is worth another try; answered as Retry-After in whole seconds, at least one. */
    public Problem retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    List<FieldFault> faults() {
        return faults;
    }

    Map<String, Object> more() {
        return more;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** One fault in the request: where, and what would be right. */
    public record FieldFault(String path, String message) {}
}
