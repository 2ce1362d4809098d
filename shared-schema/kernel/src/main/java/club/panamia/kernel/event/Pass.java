package club.panamia.kernel.event;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** One transaction over the next events of a consumer: lock the cursor, handle them, move the cursor. */
final class Pass {

    private final String consumer;
    private final int size;
    private final EventCursor cursor;
    private final EventHandlers handlers;

    private long from;
    private List<RecordedEvent> events = List.of();

    Pass(String consumer, int size, EventCursor cursor, EventHandlers handlers) {
        this.consumer = consumer;
        this.size = size;
        this.cursor = cursor;
        this.handlers = handlers;
    }

    /** How many events were passed; none when another pump is at work. */
    Uni<Integer> run() {
        return Panache.withTransaction(() -> cursor.lock(consumer)
                .onItem()
                .ifNotNull()
                .transformToUni(this::handleAfter)
                .onItem()
                .ifNull()
                .continueWith(0));
    }

    private Uni<Integer> handleAfter(long position) {
        from = position;
        return cursor.after(position, size)
                .invoke(read -> events = read)
                .call(handlers::handleAll)
                .call(this::moveBehind)
                .map(List::size);
    }

    private Uni<Void> moveBehind(List<RecordedEvent> handled) {
        return handled.isEmpty()
                ? Uni.createFrom().voidItem()
                : cursor.move(consumer, handled.getLast().position());
    }

    /** Where the cursor stood when the transaction began. */
    long from() {
        return from;
    }

    /** What was read; empty when the failure came before that and is nobody's fault but the database's. */
    List<RecordedEvent> events() {
        return events;
    }
}
