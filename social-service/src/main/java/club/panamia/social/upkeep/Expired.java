package club.panamia.social.upkeep;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Posts whose time is over: they are seen by nobody from then on, and leave the database soon after. */
@Singleton
class Expired {

    private static final String PURGE = """
            WITH over AS (
              SELECT id FROM social_statuses WHERE expires_at <= now() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
            ), gone AS (
              DELETE FROM social_statuses s USING over WHERE s.id = over.id
              RETURNING s.uri, s.type
            ), buried AS (
              INSERT INTO internal.tombstone (uri, former_type, told) SELECT uri, type, false FROM gone ON CONFLICT (uri) DO NOTHING
            )
            SELECT count(*) FROM gone
            """;

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
