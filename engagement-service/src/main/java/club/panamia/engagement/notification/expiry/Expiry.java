package club.panamia.engagement.notification.expiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** How long notifications are kept. What is unread is kept longer, so that nobody misses something by being away. */
@Singleton
class Expiry {

    /** A day ahead, so that nothing disappears before it is looked at. Work that people share waits until it is read. */
    private static final String EXTEND = """
            UPDATE notifications n
               SET expires_at = CASE WHEN n.context IN ('article', 'coauthor', 'review', 'mentoring')
                                     THEN now() + interval '90 days' ELSE n.created_at + interval '90 days' END
             WHERE n.id IN (
               SELECT id FROM notifications
                WHERE expires_at <= now() + interval '1 day' AND NOT read AND archived_at IS NULL
                  AND (context IN ('article', 'coauthor', 'review', 'mentoring')
                       OR expires_at < created_at + interval '90 days')
                ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED)
            """;

    private static final String PURGE = """
            WITH over AS (
              SELECT id FROM notifications WHERE expires_at <= now() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
            ), gone AS (
              DELETE FROM notifications n USING over WHERE n.id = over.id
              RETURNING n.target, CAST(n.context AS text) AS context, NOT n.read AND n.archived_at IS NULL AS counted
            ), fewer AS (
              SELECT target, jsonb_object_agg(context, less) AS contexts
                FROM (SELECT target, context, -count(*) AS less FROM gone WHERE counted GROUP BY target, context) AS per_context
               GROUP BY target
            ), counted_anew AS (
              UPDATE internal.unread_count c SET contexts = internal.add_counts(c.contexts, f.contexts)
                FROM fewer f WHERE c.user_id = f.target
            )
            SELECT count(*) FROM gone
            """;

    private static final String FORGET_DELIVERIES = """
            DELETE FROM internal.notification_delivery WHERE id IN (
              SELECT id FROM internal.notification_delivery
               WHERE created_at < now() - interval '90 days' ORDER BY created_at LIMIT $1)
            """;

    private final Pool pool;

    Expiry(Pool pool) {
        this.pool = pool;
    }

    /** Keeps longer what is unread; how much, at most {@code batch}. */
    Uni<Integer> extend(int batch) {
        return pool.preparedQuery(EXTEND).execute(Tuple.of(batch)).map(RowSet::rowCount);
    }

    /** Removes what has expired; how much, at most {@code batch}. */
    Uni<Integer> purge(int batch) {
        return pool.preparedQuery(PURGE)
                .execute(Tuple.of(batch))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Forgets how old ones were delivered; how many, at most {@code batch}. */
    Uni<Integer> forgetDeliveries(int batch) {
        return pool.preparedQuery(FORGET_DELIVERIES).execute(Tuple.of(batch)).map(RowSet::rowCount);
    }
}
