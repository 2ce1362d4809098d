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

    /** To each server four at a time from here; {@code u} is what is underway. */
    private static final String TAKE = """
            WITH heads AS (
              SELECT d.id, coalesce(u.many, 0) + row_number() OVER (PARTITION BY d.host ORDER BY d.due_at, d.id) AS nth,
                     coalesce(p.failures, 0) AS failures
                FROM internal.delivery d LEFT JOIN internal.peer p ON p.host = d.host
                LEFT JOIN unnest(CAST($2 AS text[]), CAST($3 AS int[])) AS u (host, many) ON u.host = d.host
               WHERE d.state = 'waiting' AND d.due_at <= now() AND (p.closed_until IS NULL OR p.closed_until <= now())
                 AND NOT EXISTS (SELECT FROM internal.delivery e
                                  WHERE e.host = d.host AND e.actor_id = d.actor_id AND e.state = 'waiting' AND e.id < d.id
                                    AND (e.attempts < 3 OR e.is_away))
            ), taken AS (
              SELECT d.id FROM internal.delivery d JOIN heads h ON h.id = d.id
               WHERE d.state = 'waiting' AND d.due_at <= now() AND h.nth <= CASE WHEN h.failures >= 10 THEN 1 ELSE 4 END
               ORDER BY d.due_at, d.id LIMIT $1 FOR UPDATE OF d SKIP LOCKED
            ), marked AS (
              UPDATE internal.delivery d SET attempts = attempts + 1, due_at = now() + interval '1 minute'
                FROM taken WHERE d.id = taken.id
              RETURNING d.id, d.activity_id, d.inbox_url, d.host, d.attempts
            )
            SELECT m.id, m.host, m.inbox_url, m.attempts, o.uri, o.kind, o.status_id, o.body, o.actor_id, o.actor_uri,
                   coalesce(o.parting_key, k.private_key) AS sealed_key, coalesce(p.signature, 'cavage') AS signature
              FROM marked m JOIN internal.outgoing_activity o ON o.id = m.activity_id
              LEFT JOIN internal.actor_key k ON k.actor_id = o.actor_id AND k.kind = 'rsa-2048'
              LEFT JOIN internal.peer p ON p.host = m.host
            """;

    /** A server that was away is told at once what waits for it; whoever is at a delivery now keeps their minute. */
    private static final String SENT = """
            WITH sent AS (
              DELETE FROM internal.delivery WHERE id = $1 RETURNING host
            ), due AS (
              UPDATE internal.delivery d SET due_at = now() FROM sent JOIN internal.peer p ON p.host = sent.host
               WHERE d.host = sent.host AND d.state = 'waiting' AND d.is_away AND d.due_at > now() + interval '1 minute'
                 AND p.failures > 0
            )
            INSERT INTO internal.peer AS p (host, signature, answered_at) SELECT host, $2, now() FROM sent
            ON CONFLICT (host) DO UPDATE
               SET signature = $2, failures = 0, failed_days = 0, closed_until = NULL, failing_since = NULL, answered_at = now()
             WHERE p.signature <> $2 OR p.failures > 0 OR p.failed_days > 0
                OR p.answered_at IS NULL OR p.answered_at < now() - interval '1 minute'
            """;

    private static final String DROP = "DELETE FROM internal.delivery WHERE id = $1";

    private static final String BURY = """
            WITH buried AS (
              UPDATE internal.delivery SET state = 'dead', error = left($2, 500) WHERE id = $1 AND state = 'waiting' RETURNING host
            )
            INSERT INTO internal.peer (host) SELECT host FROM buried ON CONFLICT (host) DO NOTHING
            """;

    /** Whoever is gone follows nobody and is followed by nobody. */
    private static final String PART = """
            WITH gone AS (
              UPDATE internal.delivery SET state = 'dead', error = 'gone' WHERE id = $1 RETURNING inbox_url
            )
            DELETE FROM social_follows f USING gone, social_actors a
             WHERE a.inbox_url = gone.inbox_url AND a.profile_id IS NULL AND a.id IN (f.actor_id, f.target_actor_id)
            """;

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
              RETURNING host
            )
            INSERT INTO internal.peer AS p (host, failures, failed_days, failed_on, failing_since)
            SELECT host, 1, 1, current_date, now() FROM failed
            ON CONFLICT (host) DO UPDATE
               SET failures = p.failures + 1, failed_on = current_date, failing_since = coalesce(p.failing_since, now()),
                   failed_days = p.failed_days + CASE WHEN p.failed_on IS DISTINCT FROM current_date THEN 1 ELSE 0 END,
                   closed_until = CASE WHEN p.failures >= 9 THEN now() + interval '1 minute' END
            """;

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
