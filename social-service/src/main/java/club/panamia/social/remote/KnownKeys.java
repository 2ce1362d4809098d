package club.panamia.social.remote;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys that were right a moment ago, ready to verify with; for ten minutes, and not more than fit. */
@Singleton
class KnownKeys {

    private static final int MOST = 5_000;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private record Known(Sender sender, Instant until) {}

    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    KnownKeys(Clock clock) {
        this.clock = clock;
    }

    synchronized Optional<Sender> get(String keyId) {
        return Optional.ofNullable(known.get(keyId))
                .filter(key -> key.until().isAfter(clock.instant()))
                .map(Known::sender);
    }

    synchronized Sender put(String keyId, Sender sender) {
        known.put(keyId, new Known(sender, clock.instant().plus(LIFE)));
        return sender;
    }
}
