package club.panamia.engagement.points;

import static club.panamia.engagement.points.PointsProblem.NOBODY_TO_CREDIT;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The ledger, read by whom it is about and by administrators. */
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

    private static final String AFFILIATES = """
            SELECT i.affiliate AS code, %s, count(*) FILTER (WHERE i.action = 'user_signup' AND i.reversal_of IS NULL) AS signups,
                   sum(i.points) AS points
              FROM interactions i
              LEFT JOIN users u ON u.affiliate ->> 'code' = i.affiliate AND u.scrubbed_at IS NULL
             WHERE i.affiliate > $1
             GROUP BY i.affiliate, u.id
             ORDER BY i.affiliate
             LIMIT $2
            """.formatted(PersonView.COLUMNS);

    private static final String PERSON =
            "SELECT id FROM users WHERE lower(screenname) = lower($1) AND scrubbed_at IS NULL";

    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final Pool pool;
    private final Tiers tiers;

    Ledger(Pool pool, Tiers tiers) {
        this.pool = pool;
        this.tiers = tiers;
    }

    Uni<BalanceView> balance(String person) {
        return pool.preparedQuery(BALANCE)
                .execute(Tuple.of(person))
                .map(rows -> BalanceView.of(rows.iterator().next(), tiers));
    }

    Uni<Page<EntryView>> history(String person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(HISTORY)
                .mapping(EntryView::of)
                .execute(Tuple.of(person, after.time(0), after.text(1), query.rows()))
                .map(found -> Page.of(found, query, EntryView::position));
    }

    Uni<Page<ReferralView>> referrals(String person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.of(LAST, ""));
        return pool.preparedQuery(REFERRALS)
                .mapping(ReferralView::of)
                .execute(Tuple.of(person, day(after), after.text(1), query.rows()))
                .map(found -> Page.of(found, query, ReferralView::position));
    }

    Uni<Page<AffiliateView>> affiliates(PageQuery query) {
        var after = query.after(2).map(cursor -> cursor.text(0)).orElse("");
        return pool.preparedQuery(AFFILIATES)
                .mapping(AffiliateView::of)
                .execute(Tuple.of(after, query.rows()))
                .map(found -> Page.of(found, query, AffiliateView::position));
    }

    /** The id of whoever is called so. */
    Uni<String> person(String screenname) {
        return pool.preparedQuery(PERSON).execute(Tuple.of(screenname)).map(Ledger::id);
    }

    private static String id(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NOBODY_TO_CREDIT.because("Nobody has this screenname.");
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
