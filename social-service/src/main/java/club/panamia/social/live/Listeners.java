package club.panamia.social.live;

import static club.panamia.kernel.stream.StreamProblem.TOO_MANY_STREAMS;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/** Who listens at this process, and how often. */
@Singleton
class Listeners {

    private static final int MOST = 5;
    private static final Duration A_MOMENT = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final int SOONEST_MILLIS = 1_000;
    private static final int LATEST_MILLIS = 5_000;

    /** Then the browser comes again by itself, and is asked again who it is. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final OutboundSseEvent END = ping().build();

    private final Map<String, Integer> streams = new ConcurrentHashMap<>();
    private final BroadcastProcessor<OutboundSseEvent> ending = BroadcastProcessor.create();

    /** One more stream of a person, with a sign of life now and then; refused where they have too many. */
    Multi<OutboundSseEvent> tell(String userId, Supplier<Multi<OutboundSseEvent>> told) {
        enter(userId);
        return Multi.createBy()
                .merging()
                .streams(heartbeat(), told.get(), ending)
                .select()
                .first(event -> event != END)
                .select()
                .first(LIFE)
                .onTermination()
                .invoke(() -> leave(userId));
    }

    /** Everybody goes to another process, as this one ends. */
    void sendAway(@Observes ShutdownDelayInitiatedEvent shutdown) {
        ending.onNext(END);
    }

    /** The user ids of all. */
    String[] people() {
        return streams.keySet().toArray(String[]::new);
    }

    private void enter(String userId) {
        streams.merge(userId, 1, (open, one) -> {
            if (open >= MOST) {
                throw TOO_MANY_STREAMS
                        .because("%d can be open; close one first.".formatted(MOST))
                        .retryAfter(A_MOMENT);
            }
            return open + one;
        });
    }

    private void leave(String userId) {
        streams.computeIfPresent(userId, (person, open) -> open == 1 ? null : open - 1);
    }

    /**
     * The first one at once, so that the other side knows that it is connected. Each is given another time to wait before it comes
     * again, in place of what the door may have said.
     */
    private static Multi<OutboundSseEvent> heartbeat() {
        var beats = Multi.createFrom()
                .ticks()
                .startingAfter(HEARTBEAT)
                .every(HEARTBEAT)
                .onOverflow()
                .drop();
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(Listeners::first), beats.map(beat -> ping().build()));
    }

    private static OutboundSseEvent first() {
        return ping().reconnectDelay(ThreadLocalRandom.current().nextInt(SOONEST_MILLIS, LATEST_MILLIS))
                .build();
    }

    private static OutboundSseEvent.Builder ping() {
        return new OutboundSseEventImpl.BuilderImpl().comment("ping");
    }
}
