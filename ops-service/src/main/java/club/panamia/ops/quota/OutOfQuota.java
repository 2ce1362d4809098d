package club.panamia.ops.quota;

import java.time.Duration;

/** A provider's next window has to be waited for. */
public final class OutOfQuota extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    OutOfQuota(String name, Duration wait) {
        super(
                "Of %s no more than four fifths are used; its next window begins in %s.".formatted(name, wait),
                null,
                false,
                false);
        this.wait = wait;
    }

    public Duration until() {
        return wait;
    }
}
