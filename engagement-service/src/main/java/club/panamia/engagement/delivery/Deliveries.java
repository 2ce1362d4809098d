package club.panamia.engagement.delivery;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** What became of what people could have been told, for ninety days. */
@Singleton
class Deliveries {

    private static final String PAGE = """
            SELECT id, created_at, notification_id, category, kind, channel, state, reason,
                   CASE WHEN state = 'queued' THEN due_at END AS due_at
              FROM internal.notification_delivery
             WHERE user_id = $1 AND (CAST($5 AS text) IS NULL OR notification_id = $5) AND (created_at, id) < ($2, $3)
             ORDER BY created_at DESC, id DESC
             LIMIT $4
            """;

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /** The reader's own, newest first. */
    Uni<Page<DeliveryView>> of(Actor reader, DeliveryQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(PAGE)
                .mapping(DeliveryView::of)
                .execute(Tuple.of(reader.userId(), after.time(0), after.text(1), query.rows(), query.notification))
                .map(found -> Page.of(found, query, DeliveryView::position));
    }
}
