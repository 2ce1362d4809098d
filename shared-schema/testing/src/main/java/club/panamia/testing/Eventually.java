package club.panamia.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what happens in its own time: looks again and again, with an end. */
public final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** Fails with {@code what} when it has not become true after {@code atMost}. */
    public static void eventually(String what, Duration atMost, BooleanSupplier isTrue) {
        var end = Instant.now().plus(atMost);
        while (!isTrue.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + atMost + ": " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
