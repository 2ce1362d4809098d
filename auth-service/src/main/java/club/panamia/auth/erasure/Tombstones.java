package club.panamia.auth.erasure;

import club.panamia.auth.export.SubjectServices;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;

/** What is left of people who have left, and what was noted for their sake. */
@ApplicationScoped
class Tombstones {

    /** Once every service has done its part, nothing needs the addresses any more. */
    private static final String COMPLETE = """
            UPDATE internal.subject_request r SET completed_at = now(), addresses = NULL, credit = NULL
             WHERE r.completed_at IS NULL AND cardinality(%s) = 0
            """.formatted(SubjectServices.WAITED_FOR);

    private static final String FORGET_COPIES =
            "DELETE FROM internal.subject_request WHERE kind = 'export' AND expires_at <= now()";

    /** A minute after the first attempt, then twice as long each time, a day at most. */
    private static final String DUE = """
            SELECT id, user_id FROM internal.subject_request
             WHERE kind = 'erasure' AND completed_at IS NOT NULL AND erased_at IS NULL
               AND (tried_at IS NULL OR tried_at < now() - least(interval '1 day', interval '30 seconds' * power(2, least(attempts, 20))))
             ORDER BY created_at LIMIT 20
            """;

    /** Whether it is gone, the table itself says. */
    private static final String NOTE = """
            UPDATE internal.subject_request r
               SET attempts = r.attempts + 1, tried_at = now(),
                   held_by = CASE WHEN u.id IS NOT NULL THEN left(coalesce($2::text, 'nobody knows'), 300) END,
                   erased_at = CASE WHEN u.id IS NULL THEN now() END
              FROM internal.subject_request me LEFT JOIN users u ON u.id = me.user_id
             WHERE me.id = $1 AND r.id = me.id
            """;

    static final String NEWEST_FIRST = """
            SELECT r.id, r.user_id, r.created_at, r.authorship, r.completed_at, r.attempts, r.tried_at, r.held_by, r.erased_at,
                   CASE WHEN r.completed_at IS NULL THEN %s ELSE '{}' END AS waiting_for
              FROM internal.subject_request r
             WHERE r.kind = 'erasure' AND (r.created_at, r.id) < ($1, $2)
             ORDER BY r.created_at DESC, r.id DESC
             LIMIT $3
            """.formatted(SubjectServices.WAITED_FOR);

    private final Pool pool;

    Tombstones(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> complete() {
        return pool.query(COMPLETE)
                .execute()
                .chain(() -> pool.query(FORGET_COPIES).execute())
                .replaceWithVoid();
    }

    Multi<Tombstone> due() {
        return pool.query(DUE)
                .execute()
                .onItem()
                .transformToMulti(rows -> rows.toMulti())
                .map(Tombstone::of);
    }

    /** Notes what an attempt came to. */
    Uni<Void> note(Tombstone tombstone, String answer) {
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(tombstone.requestId(), answer.isEmpty() ? null : answer))
                .replaceWithVoid();
    }

    Uni<Page<ErasureView>> newestFirst(PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(NEWEST_FIRST)
                .execute(Tuple.of(after.time(0), after.text(1), query.rows()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ErasureView::of)
                        .toList())
                .map(found -> Page.of(found, query, ErasureView::position));
    }
}
