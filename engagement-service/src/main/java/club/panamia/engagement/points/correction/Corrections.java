package club.panamia.engagement.points.correction;

import static club.panamia.engagement.points.PointsProblem.NOBODY_TO_CREDIT;
import static club.panamia.engagement.points.PointsProblem.NO_SUCH_ENTRY;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Entries that administrators add; none is ever edited. */
@Singleton
class Corrections {

    private static final String ADJUST = """
            INSERT INTO interactions (user_id, action, points, metadata, source_type, source_id)
            SELECT id, 'adjustment', $2, jsonb_build_object('reason', CAST($3 AS text), 'by', CAST($4 AS text)), 'adjustment', $5
              FROM users WHERE lower(screenname) = lower($1) AND scrubbed_at IS NULL
            ON CONFLICT (action, source_type, source_id) DO NOTHING
            """;

    /** A statement of its own: it sees the entry of whoever was faster. */
    private static final String ADJUSTED = """
            SELECT id FROM interactions WHERE action = 'adjustment' AND source_type = 'adjustment' AND source_id = $1
            """;

    private static final String REVERSE = """
            INSERT INTO interactions (user_id, email, action, affiliate, points, reversal_of, metadata)
            SELECT user_id, email, action, affiliate, -points, id,
                   jsonb_build_object('reason', CAST($2 AS text), 'by', CAST($3 AS text))
              FROM interactions WHERE id = $1 AND reversal_of IS NULL
            RETURNING id
            """;

    private final Pool pool;

    Corrections(Pool pool) {
        this.pool = pool;
    }

    /** Once for each key, whoever sends it and however often. */
    Uni<String> adjust(Actor admin, String key, Adjustment adjustment) {
        return pool.preparedQuery(ADJUST)
                .execute(Tuple.of(
                        adjustment.screenname(), adjustment.points(), adjustment.reason(), admin.userId(), key))
                .chain(() -> pool.preparedQuery(ADJUSTED).execute(Tuple.of(key)))
                .map(rows -> theOne(rows, NOBODY_TO_CREDIT.because("Nobody has this screenname.")));
    }

    Uni<String> reverse(Actor admin, String entry, String reason) {
        return pool.preparedQuery(REVERSE)
                .execute(Tuple.of(entry, reason, admin.userId()))
                .map(rows -> theOne(rows, NO_SUCH_ENTRY.because("There is none that could be reversed.")));
    }

    private static String theOne(RowSet<Row> rows, Problem otherwise) {
        if (rows.size() == 0) {
            throw otherwise;
        }
        return rows.iterator().next().getString("id");
    }
}
