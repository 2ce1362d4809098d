package club.panamia.kernel.house;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs a pipeline as a request would be run, on an event loop with a context of its own, and waits for it. */
public final class Calls {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private Calls() {}

    public static <T> T await(Supplier<Uni<T>> pipeline) {
        var vertx = CDI.current().select(Vertx.class).get();
        var onItsLoop = Uni.createFrom().<T>emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored ->
                    Uni.createFrom().deferred(pipeline::get).subscribe().with(emitter::complete, emitter::fail));
        });
        return onItsLoop.await().atMost(AT_MOST);
    }
}
