package club.panamia.social.remote;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whoever asks for what somebody is asking for already waits for the same answer, and gets it on their own thread. */
final class OneAtATime<T> {

    private final Map<String, Uni<T>> running = new ConcurrentHashMap<>();
    private final Function<String, Uni<T>> ask;

    OneAtATime(Function<String, Uni<T>> ask) {
        this.ask = ask;
    }

    Uni<T> get(String key) {
        return Uni.createFrom()
                .deferred(() -> running.computeIfAbsent(key, this::begin).emitOn(threadOf(Vertx.currentContext())));
    }

    private Uni<T> begin(String key) {
        return Uni.createFrom()
                .deferred(() -> ask.apply(key))
                .onTermination()
                .invoke(() -> running.remove(key))
                .memoize()
                .indefinitely();
    }

    private static Executor threadOf(@Nullable Context context) {
        return context == null ? Runnable::run : rest -> context.runOnContext(ignored -> rest.run());
    }
}
