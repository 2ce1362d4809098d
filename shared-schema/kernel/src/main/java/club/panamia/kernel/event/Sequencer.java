package club.panamia.kernel.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/**
 * Gives committed events their positions, and looks whether there is work: one statement, so that an idle service costs one
 * round trip per look and writes nothing.
 *
 * <p>Only who holds the sequencer's row numbers events, until its commit; so positions become visible in their order, and an
 * event whose transaction commits late gets a late position instead of being skipped. A statement that began before another
 * sequencer's commit still sees its events as unnumbered: the second {@code position IS NULL} is checked again on the row as it
 * stands by then, and such an event keeps its first position. Gaps in the positions mean nothing.
 */
@Singleton
class Sequencer {

    private static final String LOOK = """
            WITH leader AS MATERIALIZED (
              SELECT id FROM internal.event_sequencer
               WHERE EXISTS (SELECT FROM internal.event WHERE position IS NULL)
                 FOR UPDATE SKIP LOCKED
            ), fresh AS MATERIALIZED (
              SELECT id, nextval('internal.event_position') AS position
                FROM (SELECT e.id FROM internal.event e, leader
                       WHERE e.position IS NULL ORDER BY e.id LIMIT 1000) AS in_order
            ), numbered AS (
              UPDATE internal.event e SET position = fresh.position
                FROM fresh WHERE e.id = fresh.id AND e.position IS NULL
              RETURNING e.id
            )
            SELECT EXISTS (SELECT FROM numbered) OR EXISTS (
                     SELECT FROM internal.event
                      WHERE position > coalesce(
                              (SELECT position FROM internal.event_cursor WHERE consumer = $1), 0)) AS unread,
                   EXISTS (
                     SELECT FROM internal.parked_event
                      WHERE consumer = $1 AND next_attempt_at <= now()) AS due,
                   EXISTS (SELECT FROM internal.event_cursor WHERE consumer = $1) AS known
            """;

    private final Pool pool;

    Sequencer(Pool pool) {
        this.pool = pool;
    }

    /** Numbers what was committed since the last look, and says what there is for {@code consumer}. */
    Uni<Work> look(String consumer) {
        return pool.preparedQuery(LOOK)
                .execute(Tuple.of(consumer))
                .map(rows -> Work.of(rows.iterator().next()));
    }

    /** Whether there are events behind the cursor, parked ones whose time has come, and a cursor at all. */
    record Work(boolean unread, boolean due, boolean known) {

        private static Work of(Row row) {
            return new Work(row.getBoolean("unread"), row.getBoolean("due"), row.getBoolean("known"));
        }
    }
}
