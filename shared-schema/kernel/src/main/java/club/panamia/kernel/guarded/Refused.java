package club.panamia.kernel.guarded;

import org.jspecify.annotations.Nullable;

/** A call that was not made, or whose answer was not taken. Its message is for the log: it may name what the caller sent. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Refused(Reason reason, String detail) {
        this(reason, detail, null);
    }

    Refused(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason + ": " + detail, cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. The first group will fail again in the same way; the second may work later. */
    public enum Reason {
        /** Not an absolute https URL with a host, or with user and password in it, or on a port that calls may not go to. */
        BAD_URL,
        /** The name leads into a private, local or reserved network, or to ourselves. */
        FORBIDDEN_ADDRESS,
        TOO_MANY_REDIRECTS,
        TOO_LARGE,
        /** Another media type or content encoding than was asked for. */
        WRONG_TYPE,

        UNKNOWN_HOST,
        /** No connection, no valid certificate, or an answer that is not HTTP. */
        UNREACHABLE,
        TOO_SLOW
    }
}
