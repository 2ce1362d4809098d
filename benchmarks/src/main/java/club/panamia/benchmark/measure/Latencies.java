package club.panamia.benchmark.measure;

import java.util.Arrays;

/** Answers that came, how long each took, and those that were not as they should be. */
public final class Latencies {

    private static final int MOST = 2_000_000;

    private final long[] nanos = new long[MOST];
    private int count;
    private int failures;

    /** One answer. */
    public synchronized void answered(long tookNanos, boolean right) {
        if (!right) {
            failures++;
        }
        if (count < MOST) {
            nanos[count++] = tookNanos;
        }
    }

    /** So many were still waiting after that long. */
    synchronized void unserved(long people, long waitedNanos) {
        for (var i = 0; i < people; i++) {
            answered(waitedNanos, false);
        }
    }

    public synchronized int count() {
        return count;
    }

    public synchronized int failures() {
        return failures;
    }

    /** In milliseconds: so many per cent of the answers came at least as fast. */
    public synchronized double percentile(double percent) {
        if (count == 0) {
            throw new IllegalStateException("nothing was answered");
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        var index = (int) Math.ceil(percent / 100 * count) - 1;
        return sorted[Math.clamp(index, 0, count - 1)] / 1e6;
    }
}
