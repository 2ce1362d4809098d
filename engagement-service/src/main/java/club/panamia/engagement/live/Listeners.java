package club.panamia.engagement.live;

import static club.panamia.engagement.live.LiveProblem.TOO_MANY_STREAMS;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who listens at this process, and how often. */
@Singleton
class Listeners {

    private static final int MOST = 5;
    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    private final Map<String, Integer> streams = new ConcurrentHashMap<>();

    /** One more stream of a person; there is an end to it. */
    void enter(String userId) {
        streams.merge(userId, 1, (open, one) -> {
            if (open >= MOST) {
                throw TOO_MANY_STREAMS
                        .because("%d can be open; close one first.".formatted(MOST))
                        .retryAfter(A_MOMENT);
            }
            return open + one;
        });
    }

    void leave(String userId) {
        streams.computeIfPresent(userId, (person, open) -> open == 1 ? null : open - 1);
    }

    String[] people() {
        return streams.keySet().toArray(String[]::new);
    }
}
