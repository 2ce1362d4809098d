package club.panamia.kernel.event;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a consumer has read; its row is the lock that lets one pump per consumer work at a time. */
@Singleton
class EventCursor {

    private static final String LOCK =
            "SELECT position FROM internal.event_cursor WHERE consumer = :consumer FOR UPDATE SKIP LOCKED";
    private static final String OPEN =
            "INSERT INTO internal.event_cursor (consumer) VALUES ($1) ON CONFLICT (consumer) DO NOTHING";
    private static final String NEXT = "SELECT " + RecordedEvent.COLUMNS
            + " FROM internal.event e WHERE e.position > :position ORDER BY e.position LIMIT :limit";
    private static final String MOVE =
            "UPDATE internal.event_cursor SET position = :position WHERE consumer = :consumer";

    private final Pool pool;

    EventCursor(Pool pool) {
        this.pool = pool;
    }

    /** Makes the cursor of a consumer that is new: it reads the log from its beginning. Committed at once. */
    Uni<Void> open(String consumer) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(consumer)).replaceWithVoid();
    }

    /** The position, locked until the end of the transaction; null when another pump holds it. */
    Uni<@Nullable Long> lock(String consumer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter("consumer", consumer)
                        .getSingleResultOrNull());
    }

    Uni<List<RecordedEvent>> after(long position, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, Object[].class)
                        .setParameter("position", position)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> rows.stream().map(RecordedEvent::of).toList());
    }

    Uni<Void> move(String consumer, long position) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MOVE)
                        .setParameter("position", position)
                        .setParameter("consumer", consumer)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
