package club.panamia.social.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** Lines that wait. Each change is one statement, and complete by itself. */
@Singleton
class WaitingRows {

    /** Whoever takes them has a quarter of an hour, and longer each time. */
    static final String NEXT = """
            WITH due AS (
              SELECT id FROM internal.social_import_row WHERE state = 'waiting' AND due_at <= now()
               ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
            )
            UPDATE internal.social_import_row r
               SET attempts = r.attempts + 1, due_at = now() + (r.attempts + 1) * interval '15 minutes'
              FROM due, internal.social_import i
              JOIN social_actors a ON a.id = i.actor_id JOIN profiles p ON p.id = a.profile_id JOIN users u ON u.id = p.user_id
             WHERE r.id = due.id AND i.id = r.import_id
            RETURNING r.id, i.kind, r.action, r.value, r.attempts, u.id AS user_id, u.screenname, u.locked_at IS NOT NULL AS locked
            """;

    private static final String DONE =
            "UPDATE internal.social_import_row SET state = 'done' WHERE id = $1 AND state = 'waiting'";

    private static final String REFUSE =
            "UPDATE internal.social_import_row SET state = 'refused', reason = $2 WHERE id = $1 AND state = 'waiting'";

    private static final String FORGET = """
            DELETE FROM internal.social_import
             WHERE id IN (SELECT id FROM internal.social_import WHERE created_at < now() - interval '30 days'
                           ORDER BY created_at LIMIT 5 FOR UPDATE SKIP LOCKED)
            """;

    private final Pool pool;

    WaitingRows(Pool pool) {
        this.pool = pool;
    }

    Uni<List<WaitingRow>> next(int most) {
        return pool.preparedQuery(NEXT)
                .mapping(WaitingRow::of)
                .execute(Tuple.of(most))
                .map(rows -> rows.stream().toList());
    }

    Uni<Void> done(WaitingRow row) {
        return pool.preparedQuery(DONE).execute(Tuple.of(row.id())).replaceWithVoid();
    }

    /** @param reason the name of a problem */
    Uni<Void> refuse(WaitingRow row, String reason) {
        return pool.preparedQuery(REFUSE).execute(Tuple.of(row.id(), reason)).replaceWithVoid();
    }

    /** Files of long ago with all their lines; how many files. */
    Uni<Integer> forget() {
        return pool.query(FORGET).execute().map(RowSet::rowCount);
    }
}
