package club.panamia.kernel.id;

import java.nio.ByteBuffer;
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
    private static final int HALF = 7;
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
        // One call for all digits: every request has an id, and the generator's lock and hash are most of its cost.
        var bytes = new byte[2 * Long.BYTES];
        random.nextBytes(bytes);
        var halves = ByteBuffer.wrap(bytes);
        fill(id, 1 + TIME_DIGITS, HALF, halves.getLong() >>> 1);
        fill(id, 1 + TIME_DIGITS + HALF, RANDOM_DIGITS - HALF, halves.getLong() >>> 1);
        return new String(id);
    }

    private static void fill(char[] id, int from, int digits, long value) {
        var rest = value;
        for (var i = from; i < from + digits; i++) {
            id[i] = digit((int) (rest % RADIX));
            rest /= RADIX;
        }
    }

    private static char digit(int value) {
        return (char) (value < 10 ? '0' + value : 'a' + value - 10);
    }
}
