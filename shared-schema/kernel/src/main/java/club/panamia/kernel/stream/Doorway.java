package club.panamia.kernel.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast streams are opened: a few at once, then so many a second. Whoever comes when it is crowded is given a place in the
 * queue, so that thousands who come again after an interruption do so one after the other, and those who ask for something
 * else do not wait for them.
 */
@Singleton
class Doorway {

    static final int AT_ONCE = 10;

    private static final Duration BETWEEN_TWO = Duration.ofMillis(10);
    private static final Duration FIRST_PLACE = Duration.ofSeconds(1);
    private static final Duration LAST_PLACE = Duration.ofMinutes(1);

    /** When the doorway is free again, and when the last place in the queue is. */
    private Instant free = Instant.EPOCH;

    private Instant queued = Instant.EPOCH;
    private boolean closing;

    /** Nothing for whoever may come in; else how long they wait before they ask again. */
    synchronized Duration enter(Instant now) {
        free = later(free, now);
        if (closing || free.isAfter(now.plus(BETWEEN_TWO.multipliedBy(AT_ONCE - 1L)))) {
            return place(now);
        }
        free = free.plus(BETWEEN_TWO);
        return Duration.ZERO;
    }

    /** Another process takes over. */
    synchronized void close(@Observes ShutdownDelayInitiatedEvent ending) {
        closing = true;
    }

    private Duration place(Instant now) {
        var next = later(queued, now.plus(FIRST_PLACE)).plus(BETWEEN_TWO);
        queued = next.isAfter(now.plus(LAST_PLACE)) ? now.plus(FIRST_PLACE) : next;
        return Duration.between(now, queued);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
