package club.panamia.social.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way. What one actor says to one server goes in its order, until the server has found fault with the first of it
 * three times; as long as it answers nobody, everything waits. Whoever takes a delivery has a minute; then another one may, so that
 * nothing is lost with a process that ends.
 */
@Singleton
class Deliveries {

    /** To each server four at a time from here; how, is said where it is made: migration 0077. */
    private static final String TAKE = "SELECT * FROM internal.take_deliveries($1, $2, $3)";

    /** What was put off until this one, of the same actor to the same server, is due. What is underway has been tried. */
    private static final String WAKE = """
            woken AS (
              UPDATE internal.delivery n SET due_at = now()
               WHERE n.attempts = 0 AND n.due_at > now()
                 AND n.id = (SELECT e.id FROM internal.delivery e JOIN settled s ON s.host = e.host AND s.actor_id = e.actor_id
                              WHERE e.state = 'waiting' AND e.id > s.id ORDER BY e.id LIMIT 1)
            )
            """;

    /** A server that was away is told at once what waits for it; whoever is at a delivery now keeps their minute. */
    private static final String SENT = """
            WITH settled AS (
              DELETE FROM internal.delivery WHERE id = $1 RETURNING id, host, actor_id
            ), %s, due AS (
              UPDATE internal.delivery d SET due_at = now() FROM settled JOIN internal.peer p ON p.host = settled.host
               WHERE d.host = settled.host AND d.state = 'waiting' AND d.is_away AND d.due_at > now() + interval '1 minute'
                 AND p.failures > 0
            )
            INSERT INTO internal.peer AS p (host, signature, answered_at) SELECT host, $2, now() FROM settled
            ON CONFLICT (host) DO UPDATE
               SET signature = $2, failures = 0, failed_days = 0, closed_until = NULL, failing_since = NULL, answered_at = now()
             WHERE p.signature <> $2 OR p.failures > 0 OR p.failed_days > 0
                OR p.answered_at IS NULL OR p.answered_at < now() - interval '1 minute'
            """.formatted(WAKE);

    private static final String DROP = """
            WITH settled AS (
              SELECT id, host, actor_id FROM internal.delivery WHERE id = $1
            ), %s
            DELETE FROM internal.delivery d USING settled s WHERE d.id = s.id
            """.formatted(WAKE);

    private static final String BURY = """
            WITH settled AS (
              UPDATE internal.delivery SET state = 'dead', error = left($2, 500) WHERE id = $1 AND state = 'waiting'
              RETURNING id, host, actor_id
            ), %s
            INSERT INTO internal.peer (host) SELECT host FROM settled ON CONFLICT (host) DO NOTHING
            """.formatted(WAKE);

    /** Whoever is gone follows nobody and is followed by nobody. */
    private static final String PART = """
            WITH settled AS (
              UPDATE internal.delivery SET state = 'dead', error = 'gone' WHERE id = $1 RETURNING id, host, actor_id, inbox_url
            ), %s
            DELETE FROM social_follows f USING settled, social_actors a
             WHERE a.inbox_url = settled.inbox_url AND a.profile_id IS NULL AND a.id IN (f.actor_id, f.target_actor_id)
            """.formatted(WAKE);

    /**
     * After ten failures in a row a server is left alone for a minute, and then asked once; after failures on seven days nothing
     * waits for it any more.
     */
    private static final String POSTPONE = """
            WITH failed AS (
              UPDATE internal.delivery
                 SET error = left($2, 500), due_at = now() + make_interval(secs => $3), is_away = $5,
                     state = CASE WHEN attempts > $4 OR EXISTS (SELECT FROM internal.peer u WHERE u.host = delivery.host AND u.failed_days >= 7)
                                  THEN 'dead' ELSE state END
               WHERE id = $1 AND state = 'waiting'
              RETURNING id, host, actor_id, state = 'dead' OR (attempts >= 3 AND NOT is_away) AS lets_pass
            ), settled AS (
              SELECT * FROM failed WHERE lets_pass
            ), %s
            INSERT INTO internal.peer AS p (host, failures, failed_days, failed_on, failing_since)
            SELECT host, 1, 1, current_date, now() FROM failed
            ON CONFLICT (host) DO UPDATE
               SET failures = p.failures + 1, failed_on = current_date, failing_since = coalesce(p.failing_since, now()),
                   failed_days = p.failed_days + CASE WHEN p.failed_on IS DISTINCT FROM current_date THEN 1 ELSE 0 END,
                   closed_until = CASE WHEN p.failures >= 9 THEN now() + interval '1 minute' END
            """.formatted(WAKE);

    private static final String FORGET = """
            DELETE FROM internal.outgoing_activity o
             USING (SELECT a.id FROM internal.outgoing_activity a
                     WHERE a.created_at < now() - interval '1 hour'
                       AND NOT EXISTS (SELECT FROM internal.delivery d WHERE d.activity_id = a.id) LIMIT $1) AS said
             WHERE o.id = said.id
            """;

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /** @param underway what is being sent now, to each server */
    Uni<List<Delivery>> take(int most, Map<String, Integer> underway) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(
                        most,
                        underway.keySet().toArray(String[]::new),
                        underway.values().toArray(Integer[]::new)))
                .map(rows -> rows.stream().map(Delivery::of).toList());
    }

    Uni<Void> settle(Delivery delivery, Outcome outcome) {
        var id = delivery.id();
        return switch (outcome) {
            case Outcome.Sent(var form) -> run(SENT, Tuple.of(id, form.label()));
            case Outcome.Pointless() -> run(DROP, Tuple.of(id));
            case Outcome.Refused(var why) -> run(BURY, Tuple.of(id, why));
            case Outcome.Gone() -> run(PART, Tuple.of(id));
            case Outcome.Failed(var why, var asked) -> postpone(delivery, why, asked, false);
            case Outcome.Away(var why, var asked) -> postpone(delivery, why, asked, true);
        };
    }

    private Uni<Void> postpone(Delivery delivery, String why, @Nullable Duration asked, boolean isAway) {
        var wait = Patience.after(delivery.attempts(), asked);
        return run(POSTPONE, Tuple.of(delivery.id(), why, seconds(wait), Patience.ATTEMPTS - 1, isAway));
    }

    /** Forgets what has reached all whom it was for; how many. */
    Uni<Integer> forget(int batch) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(batch)).map(RowSet::rowCount);
    }

    private Uni<Void> run(String statement, Tuple values) {
        return pool.preparedQuery(statement).execute(values).replaceWithVoid();
    }

    private static double seconds(Duration wait) {
        return wait.toMillis() / 1000.0;
    }
}
