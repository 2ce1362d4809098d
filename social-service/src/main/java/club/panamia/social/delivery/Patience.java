package club.panamia.social.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long a delivery waits for its next attempt: about four days in all, a fifth more or less each time. */
final class Patience {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24));

    static final int ATTEMPTS = WAITS.size() + 1;

    private Patience() {}

    /** @param asked the other server's own wish, which counts where it is longer, up to a day */
    static Duration after(int attempts, @Nullable Duration asked) {
        var usual = WAITS.get(Math.clamp(attempts - 1L, 0, WAITS.size() - 1)).toMillis();
        var wait = Duration.ofMillis((long) (usual * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
        if (asked == null || asked.compareTo(wait) < 0) {
            return wait;
        }
        return asked.compareTo(Duration.ofDays(1)) < 0 ? asked : Duration.ofDays(1);
    }
}
