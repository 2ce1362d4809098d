package club.panamia.engagement.points;

import static club.panamia.engagement.points.PointsProblem.NOBODY_TO_CREDIT;
import static club.panamia.engagement.points.PointsProblem.NO_SUCH_ENTRY;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The ledger: read by whom it is about; corrected by administrators, by further entries. */
@Singleton
class Ledger {

    private static final String CODE = "(SELECT affiliate ->> 'code' FROM users WHERE id = $1)";

    private static final String BALANCE = """
            SELECT (SELECT coalesce(sum(points), 0) FROM interactions WHERE user_id = $1) AS own,
                   (SELECT coalesce(sum(points), 0) FROM interactions WHERE affiliate = %s) AS referred
            """.formatted(CODE);

    private static final String HISTORY = """
            SELECT id, created_at, action, points, reversal_of, metadata ->> 'reason' AS reason
              FROM interactions
             WHERE user_id = $1 AND (created_at, id) < ($2, $3)
             ORDER BY created_at DESC, id DESC
             LIMIT $4
            """;

    private static final String REFERRALS = """
            SELECT CAST(created_at AT TIME ZONE 'UTC' AS date) AS day, action, count(*) FILTER (WHERE reversal_of IS NULL) AS count,
                   sum(points) AS points
              FROM interactions
             WHERE affiliate = %s AND created_at < CAST(CAST($2 AS date) + 1 AS timestamp) AT TIME ZONE 'UTC'
             GROUP BY 1, 2
            HAVING CAST(min(created_at) AT TIME ZONE 'UTC' AS date) < $2 OR action > $3
             ORDER BY 1 DESC, 2
             LIMIT $4
            """.formatted(CODE);

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

    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final Pool pool;

    Ledger(Pool pool) {
        this.pool = pool;
    }

    Uni<BalanceView> balance(Actor person) {
        return pool.preparedQuery(BALANCE)
                .execute(Tuple.of(person.userId()))
                .map(rows -> BalanceView.of(rows.iterator().next()));
    }

    Uni<Page<EntryView>> history(Actor person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(HISTORY)
                .mapping(EntryView::of)
                .execute(Tuple.of(person.userId(), after.time(0), after.text(1), query.rows()))
                .map(found -> Page.of(found, query, EntryView::position));
    }

    Uni<Page<ReferralView>> referrals(Actor person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.of(LAST, ""));
        return pool.preparedQuery(REFERRALS)
                .mapping(ReferralView::of)
                .execute(Tuple.of(person.userId(), day(after), after.text(1), query.rows()))
                .map(found -> Page.of(found, query, ReferralView::position));
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

    private static LocalDate day(Cursor after) {
        try {
            return LocalDate.parse(after.text(0));
        } catch (DateTimeException e) {
            throw CommonProblem.INVALID
                    .because("The cursor is not one that a list of this kind gave out.")
                    .at("cursor", "must be a nextCursor of this list");
        }
    }
}
