package club.panamia.kernel.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sortable ids in CUID2's shape: 'p', ten base-36 digits of microseconds since 1970, thirteen random ones (67 bits). Plain text
 * comparison orders them by creation; the SQL function {@code pana_id()} makes the same. An id opens nothing: secrets are
 * made elsewhere.
 */
public final class Ids {

    private static final int RADIX = 36;
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 13;
    private static final Ids SYSTEM = new Ids(Clock.systemUTC());

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new id, greater than every one that this process made before. */
    public static String next() {
        return SYSTEM.make();
    }

    String make() {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        // Also when the clock stands still or steps back.
        var micros = last.updateAndGet(previous -> Math.max(now, previous + 1));
        var id = new char[1 + TIME_DIGITS + RANDOM_DIGITS];
        id[0] = 'p';
        for (var i = TIME_DIGITS; i >= 1; i--) {
            id[i] = digit((int) (micros % RADIX));
            micros /= RADIX;
        }
        for (var i = 0; i < RANDOM_DIGITS; i++) {
            id[1 + TIME_DIGITS + i] = digit(random.nextInt(RADIX));
        }
        return new String(id);
    }

    private static char digit(int value) {
        return (char) (value < 10 ? '0' + value : 'a' + value - 10);
    }
}
