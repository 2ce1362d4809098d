package club.panamia.kernel.event;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings this service what happened elsewhere, each event effectively once: its handlers' writes and the cursor commit
 * together. When a batch fails it is redone event by event, and the one that fails is parked. The consumer's name is
 * {@code quarkus.application.name}.
 */
@ApplicationScoped
public class EventPump {

    private static final int BATCH = 100;

    private final Vertx vertx;
    private final String consumer;
    private final Sequencer sequencer;
    private final EventCursor cursor;
    private final ParkedEvents parked;
    private final EventHandlers handlers;

    EventPump(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.name") String consumer,
            Sequencer sequencer,
            EventCursor cursor,
            ParkedEvents parked,
            EventHandlers handlers) {
        this.vertx = vertx;
        this.consumer = consumer;
        this.sequencer = sequencer;
        this.cursor = cursor;
        this.parked = parked;
        this.handlers = handlers;
    }

    /**
     * Does all there is to do now; how many events that was. It may be called from any thread: it brings the context that
     * Hibernate Reactive asks for.
     */
    public Uni<Integer> drain() {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> untilNothing(this::round).subscribe().with(emitter::complete, emitter::fail));
        });
    }

    private Uni<Integer> round() {
        return sequencer.look(consumer).call(this::openCursor).chain(this::work);
    }

    private Uni<Void> openCursor(Sequencer.Work work) {
        return work.known() ? Uni.createFrom().voidItem() : cursor.open(consumer);
    }

    private Uni<Integer> work(Sequencer.Work work) {
        var steps = new ArrayList<Supplier<Uni<Integer>>>();
        if (work.unread()) {
            steps.add(this::batch);
        }
        if (work.due()) {
            steps.add(() -> atMostABatch(() -> new Retry(consumer, parked, handlers).run()));
        }
        return sum(Multi.createFrom().iterable(steps).onItem().transformToUniAndConcatenate(Supplier::get));
    }

    private Uni<Integer> batch() {
        return new Pass(consumer, BATCH, cursor, handlers)
                .run()
                .onFailure()
                .recoverWithUni(() -> atMostABatch(this::single));
    }

    private Uni<Integer> single() {
        var pass = new Pass(consumer, 1, cursor, handlers);
        return pass.run().onFailure().recoverWithUni(failure -> park(pass, failure));
    }

    private Uni<Integer> park(Pass pass, Throwable failure) {
        return pass.events().isEmpty()
                ? Uni.createFrom().failure(failure)
                : parked.park(consumer, pass.from(), pass.events().getFirst(), failure);
    }

    private static Uni<Integer> atMostABatch(Supplier<Uni<Integer>> step) {
        return sum(repeated(step).select().first(BATCH));
    }

    private static Uni<Integer> untilNothing(Supplier<Uni<Integer>> step) {
        return sum(repeated(step));
    }

    private static Multi<Integer> repeated(Supplier<Uni<Integer>> step) {
        return Uni.createFrom().deferred(step::get).repeat().whilst(done -> done > 0);
    }

    private static Uni<Integer> sum(Multi<Integer> counts) {
        return counts.collect().with(Collectors.summingInt(count -> count));
    }
}
