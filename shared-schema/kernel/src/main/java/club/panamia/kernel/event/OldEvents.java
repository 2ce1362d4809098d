package club.panamia.kernel.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Events that nobody waits for any more. */
@ApplicationScoped
public class OldEvents {

    private static final String PRUNE = """
            DELETE FROM internal.event WHERE id IN (
              SELECT e.id FROM internal.event e
               WHERE e.position <= (SELECT min(position) FROM internal.event_cursor)
                 AND e.created_at < now() - make_interval(secs => $1)
                 AND NOT EXISTS (SELECT FROM internal.parked_event p WHERE p.event_id = e.id)
               ORDER BY e.position LIMIT 10000)
            """;

    private final Pool pool;

    OldEvents(Pool pool) {
        this.pool = pool;
    }

    /**
     * Deletes events that every cursor has passed, nobody has parked, and that are older than {@code retention}; at most ten
     * thousand, so that a job calls it until it answers 0. Only ops-service's role may do it.
     */
    public Uni<Integer> prune(Duration retention) {
        return pool.preparedQuery(PRUNE)
                .execute(Tuple.of((double) retention.toSeconds()))
                .map(RowSet::rowCount);
    }
}
