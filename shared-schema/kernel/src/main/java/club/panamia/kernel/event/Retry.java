package club.panamia.kernel.event;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** One transaction over the parked event that has waited longest: lock it, handle it, forget that it was parked. */
final class Retry {

    private final String consumer;
    private final ParkedEvents parked;
    private final EventHandlers handlers;

    private ParkedEvents.@Nullable Due due;

    Retry(String consumer, ParkedEvents parked, EventHandlers handlers) {
        this.consumer = consumer;
        this.parked = parked;
        this.handlers = handlers;
    }

    /** One, when there was such an event; it is postponed when it fails again. */
    Uni<Integer> run() {
        return Panache.withTransaction(() -> parked.lockNextDue(consumer)
                        .invoke(found -> due = found)
                        .onItem()
                        .ifNotNull()
                        .transformToUni(this::handle)
                        .onItem()
                        .ifNull()
                        .continueWith(0))
                .onFailure()
                .recoverWithUni(this::postpone);
    }

    private Uni<Integer> handle(ParkedEvents.Due found) {
        return handlers.handle(found.event())
                .chain(() -> parked.release(consumer, found.event()))
                .replaceWith(1);
    }

    private Uni<Integer> postpone(Throwable failure) {
        var failed = due;
        return failed == null
                ? Uni.createFrom().failure(failure)
                : parked.postpone(consumer, failed, failure).replaceWith(1);
    }
}
