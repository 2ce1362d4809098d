package club.panamia.social.delivery;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** The servers that we have sent something to. */
@Singleton
class Peers {

    private static final String LIST = """
            SELECT p.host, p.signature, p.failures, p.failed_days, p.failing_since, p.answered_at, p.closed_until,
                   (SELECT count(*) FROM internal.delivery d WHERE d.host = p.host AND d.state = 'waiting') AS waiting,
                   (SELECT count(*) FROM internal.delivery d WHERE d.host = p.host AND d.state = 'dead') AS dead
              FROM internal.peer p WHERE p.host > $1 ORDER BY p.host LIMIT $2
            """;

    /** As if it had never failed. Of many at once the oldest; it stands in the trail. */
    private static final String AGAIN = """
            WITH healed AS (
              UPDATE internal.peer SET failures = 0, failed_days = 0, closed_until = NULL, failing_since = NULL
               WHERE host = $1 AND failures > 0
            ), due AS (
              UPDATE internal.delivery d SET state = 'waiting', attempts = 0, due_at = now(), error = NULL
                FROM (SELECT id FROM internal.delivery WHERE host = $1 AND state = 'dead' ORDER BY id LIMIT 10000
                         FOR UPDATE SKIP LOCKED) AS again
               WHERE d.id = again.id
              RETURNING d.id
            ), noted AS (
              INSERT INTO internal.security_event (actor_id, subject_id, action)
              SELECT $2, $1, 'deliveries-retried' WHERE EXISTS (SELECT FROM due)
            )
            SELECT count(*) AS due FROM due
            """;

    private final Pool pool;

    Peers(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<PeerView>> page(PageQuery query) {
        var after = query.after(1).map(cursor -> cursor.text(0)).orElse("");
        return pool.preparedQuery(LIST)
                .mapping(PeerView::of)
                .execute(Tuple.of(after, query.rows()))
                .map(peers -> Page.of(peers, query, PeerView::position));
    }

    /** How many are due again. */
    Uni<Long> again(Actor admin, String host) {
        return pool.preparedQuery(AGAIN)
                .execute(Tuple.of(host, admin.userId()))
                .map(rows -> rows.iterator().next().getLong("due"));
    }
}
