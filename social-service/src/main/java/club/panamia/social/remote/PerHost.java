package club.panamia.social.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many a minute of each server, counted in this process; of those servers that were heard of last, and not more than fit. */
public final class PerHost {

    private static final int MOST_HOSTS = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Count(Instant until, int taken) {}

    private final int most;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    public PerHost(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether this one is still within what is let through. */
    public synchronized boolean take(String host) {
        var now = clock.instant();
        var count = counts.get(host);
        var taken = count == null || !count.until().isAfter(now) ? new Count(now.plus(MINUTE), 0) : count;
        counts.put(host, new Count(taken.until(), taken.taken() + 1));
        return taken.taken() < most;
    }
}
