package club.panamia.kernel.event;

import club.panamia.kernel.problem.CommonProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Events that a consumer could not handle. They are tried again after about 2, 4, 8 … seconds, at most an hour apart, until
 * they succeed.
 */
@ApplicationScoped
public class ParkedEvents {

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
    private static final int ERROR_LENGTH = 2000;

    /** A little off the mark, so that what failed together does not come back together. */
    private static final String NEXT_ATTEMPT =
            "now() + make_interval(secs => least(power(2, least(%s, 12)), 3600) * (0.9 + 0.2 * random()))";

    /** Nothing, when another pump has passed the event meanwhile. */
    private static final String PARK = """
            WITH passed AS (
              UPDATE internal.event_cursor SET position = $2 WHERE consumer = $1 AND position = $3 RETURNING consumer)
            INSERT INTO internal.parked_event (consumer, event_id, error, next_attempt_at)
            SELECT consumer, $4, $5, %s FROM passed
            ON CONFLICT (consumer, event_id) DO UPDATE SET error = excluded.error
            """.formatted(NEXT_ATTEMPT.formatted("1"));

    private static final String NEXT_DUE = "SELECT " + RecordedEvent.COLUMNS + """
            , p.attempts FROM internal.parked_event p JOIN internal.event e ON e.id = p.event_id
             WHERE p.consumer = :consumer AND p.next_attempt_at <= now()
             ORDER BY p.next_attempt_at LIMIT 1 FOR UPDATE OF p SKIP LOCKED
            """;

    private static final String RELEASE =
            "DELETE FROM internal.parked_event WHERE consumer = :consumer AND event_id = :event";

    private static final String POSTPONE = """
            UPDATE internal.parked_event SET attempts = attempts + 1, error = $4, next_attempt_at = %s
             WHERE consumer = $1 AND event_id = $2 AND attempts = $3
            """.formatted(NEXT_ATTEMPT.formatted("attempts + 1"));

    private static final String REPLAY = """
            INSERT INTO internal.parked_event (consumer, event_id, attempts, error, next_attempt_at)
            SELECT c.consumer, e.id, 0, 'to be replayed', now()
              FROM internal.event e JOIN internal.event_cursor c ON c.position >= e.position
             WHERE c.consumer = $1 AND e.id = $2
            ON CONFLICT (consumer, event_id) DO UPDATE SET next_attempt_at = now()
            """;

    private static final String RETRY = "UPDATE internal.parked_event SET next_attempt_at = now() WHERE id = $1";

    private static final String LIST = """
            SELECT p.id, p.consumer, p.event_id, e.type, p.attempts, p.created_at, p.next_attempt_at, p.error
              FROM internal.parked_event p JOIN internal.event e ON e.id = p.event_id
             WHERE p.id > $2 AND ($1 = '' OR p.consumer = $1) ORDER BY p.id LIMIT $3
            """;

    private final Pool pool;

    ParkedEvents(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is parked for a consumer, oldest first, from behind the entry {@code after}. An empty text is every consumer, and the
     * beginning.
     */
    public Uni<List<ParkedEvent>> list(String consumer, String after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(consumer, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ParkedEvents::parked)
                        .toList());
    }

    /**
     * Lets a consumer handle an event again at once, whether it is parked or was handled; fails with 404 when the consumer has
     * not come to it yet.
     */
    public Uni<Void> replay(String consumer, String eventId) {
        return pool.preparedQuery(REPLAY)
                .execute(Tuple.of(consumer, eventId))
                .invoke(ParkedEvents::mustHaveFound)
                .replaceWithVoid();
    }

    /** Lets its consumer try a parked event again at once; fails with 404 when nothing is parked under this id. */
    public Uni<Void> retry(String id) {
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(id))
                .invoke(ParkedEvents::mustHaveFound)
                .replaceWithVoid();
    }

    private static void mustHaveFound(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw CommonProblem.NOT_FOUND.because("There is no such event for this consumer.");
        }
    }

    /** Takes the event out of its consumer's way: one, or none when another pump was faster. */
    Uni<Integer> park(String consumer, long cursorBefore, RecordedEvent event, Throwable failure) {
        LOG.warnf(failure, "Parking event %s (%s) for %s", event.id(), event.type(), consumer);
        return pool.preparedQuery(PARK)
                .execute(Tuple.of(consumer, event.position(), cursorBefore, event.id(), error(failure)))
                .map(RowSet::rowCount);
    }

    Uni<@Nullable Due> lockNextDue(String consumer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT_DUE, Object[].class)
                        .setParameter("consumer", consumer)
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(Due::of);
    }

    Uni<Void> release(String consumer, RecordedEvent event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RELEASE)
                        .setParameter("consumer", consumer)
                        .setParameter("event", event.id())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> postpone(String consumer, Due due, Throwable failure) {
        var event = due.event();
        LOG.warnf("Event %s (%s) failed again for %s: %s", event.id(), event.type(), consumer, failure);
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(consumer, event.id(), due.attempts(), error(failure)))
                .replaceWithVoid();
    }

    private static String error(Throwable failure) {
        var text = failure.toString().replace('\0', ' ');
        return text.substring(0, Math.min(text.length(), ERROR_LENGTH));
    }

    private static ParkedEvent parked(Row row) {
        return new ParkedEvent(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInteger(4),
                row.getOffsetDateTime(5).toInstant(),
                row.getOffsetDateTime(6).toInstant(),
                row.getString(7));
    }

    /** A parked event whose time has come. */
    record Due(RecordedEvent event, int attempts) {

        private static Due of(Object[] row) {
            return new Due(RecordedEvent.of(row), ((Number) row[6]).intValue());
        }
    }
}
