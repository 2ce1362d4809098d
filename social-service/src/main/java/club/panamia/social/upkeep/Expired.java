package club.panamia.social.upkeep;

import club.panamia.social.outgoing.Stamp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Posts whose time is over: they are seen by nobody from then on, and leave the database and other servers soon after. */
@Singleton
class Expired {

    private static final String PURGE = """
            WITH over AS (
              SELECT id FROM social_statuses WHERE expires_at <= now() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
            ), told AS (
              SELECT s.uri || '#delete' AS uri, a.id AS actor_id, a.uri AS actor_uri, coalesce(t.shared_inbox_url, t.inbox_url) AS inbox,
                     jsonb_build_object(%s, 'id', s.uri || '#delete', 'type', 'Delete', 'actor', a.uri, %s)::text AS body
                FROM over JOIN social_statuses s ON s.id = over.id AND NOT s.is_draft
                JOIN social_actors a ON a.id = s.actor_id AND a.profile_id IS NOT NULL
                JOIN social_recipients r ON r.status_id = s.id
                JOIN social_actors t ON t.id = r.actor_id AND t.profile_id IS NULL AND t.fetched_at IS NOT NULL
                                    AND t.standing <> 'suspended'
            ), activity AS (
              INSERT INTO internal.outgoing_activity (uri, actor_id, actor_uri, kind, body)
              SELECT DISTINCT uri, actor_id, actor_uri, 'whole', body FROM told ON CONFLICT (uri) DO NOTHING
              RETURNING id, uri, actor_id
            ), delivery AS (
              INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url)
              SELECT DISTINCT activity.id, activity.actor_id, split_part(told.inbox, '/', 3), told.inbox
                FROM activity JOIN told ON told.uri = activity.uri
            ), gone AS (
              DELETE FROM social_statuses s USING over WHERE s.id = over.id
              RETURNING s.uri, s.type
            ), buried AS (
              INSERT INTO internal.tombstone (uri, former_type, told) SELECT uri, type, false FROM gone ON CONFLICT (uri) DO NOTHING
            )
            SELECT count(*) FROM gone
            """.formatted(Stamp.CONTEXT, Stamp.GONE);

    private final Pool pool;

    Expired(Pool pool) {
        this.pool = pool;
    }

    /** Removes at most {@code batch} of them with all that hangs on them; how many. */
    Uni<Integer> purge(int batch) {
        return pool.preparedQuery(PURGE)
                .execute(Tuple.of(batch))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
