package club.panamia.engagement.live;

import static club.panamia.kernel.stream.StreamProblem.TOO_MANY_STREAMS;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who listens at this process, and by how many streams. */
@Singleton
class Listeners {

    private static final int MOST = 5;
    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    private final Map<String, List<Ear>> ears = new ConcurrentHashMap<>();

    Listeners(MeterRegistry registry) {
        registry.gauge(
                "pana.streams.open",
                ears,
                all -> all.values().stream().mapToInt(List::size).sum());
    }

    /** One more stream of a person; there is an end to it. */
    void enter(Ear ear) {
        ears.merge(ear.userId(), List.of(ear), (open, one) -> {
            if (open.size() >= MOST) {
                throw TOO_MANY_STREAMS
                        .because("%d can be open; close one first.".formatted(MOST))
                        .retryAfter(A_MOMENT);
            }
            return Stream.concat(open.stream(), one.stream()).toList();
        });
    }

    /** Again does nothing. */
    void leave(Ear ear) {
        ears.computeIfPresent(ear.userId(), (person, open) -> without(ear, open));
    }

    private static @Nullable List<Ear> without(Ear ear, List<Ear> open) {
        var others = open.stream().filter(each -> each != ear).toList();
        return others.isEmpty() ? null : others;
    }

    String[] people() {
        return ears.keySet().toArray(String[]::new);
    }

    List<Ear> of(String userId) {
        return ears.getOrDefault(userId, List.of());
    }

    Stream<Ear> all() {
        return ears.values().stream().flatMap(Collection::stream);
    }

    /** Everybody goes to another process, as this one ends; what waits is still told. */
    void sendAway(@Observes ShutdownDelayInitiatedEvent ending) {
        all().forEach(Ear::end);
    }
}
