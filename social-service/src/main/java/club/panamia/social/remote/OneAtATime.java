package club.panamia.social.remote;

import club.panamia.kernel.context.CallersContext;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Whoever asks for what somebody is asking for already waits for the same answer, and gets it on their own thread. */
final class OneAtATime<T> {

    private final Map<String, Uni<T>> running = new ConcurrentHashMap<>();
    private final Function<String, Uni<T>> ask;

    OneAtATime(Function<String, Uni<T>> ask) {
        this.ask = ask;
    }

    Uni<T> get(String key) {
        return Uni.createFrom()
                .deferred(() -> running.computeIfAbsent(key, this::begin).emitOn(CallersContext.executor()));
    }

    private Uni<T> begin(String key) {
        return Uni.createFrom()
                .deferred(() -> ask.apply(key))
                .onTermination()
                .invoke(() -> running.remove(key))
                .memoize()
                .indefinitely();
    }
}
