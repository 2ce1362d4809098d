package club.panamia.ops.moderation;

import static club.panamia.ops.moderation.ModerationProblem.ALREADY_SETTLED;
import static club.panamia.ops.moderation.ModerationProblem.NO_SUCH_REPORT;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** What has been reported, wherever. Ids tell their time, so one order holds for all sources. */
@ApplicationScoped
public class Reports {

    /** A further source is a further branch here, and a constant of {@link Source}. */
    private static final String LONGEST_WAITING_FIRST = """
            WITH report AS (
              SELECT 'article' AS source, r.id, r.created_at, r.reason, r.note, r.outcome, r.settled_at, r.settled_by,
                     r.reporter_id, a.title, '/a/' || a.slug AS path, a.status::text AS state, a.author_id, NULL AS actor
                FROM internal.article_report r JOIN articles a ON a.id = r.article_id
               UNION ALL
              SELECT 'social', r.id, r.created_at, r.reason, r.note, r.outcome, r.settled_at, r.settled_by, r.reporter_id,
                     coalesce(nullif(left(btrim(regexp_replace(r.wording, '<[^>]*>', ' ', 'g')), 200), ''), '@' || a.username),
                     CASE WHEN s.url ^@ 'https://' THEN s.url WHEN a.profile_id IS NOT NULL THEN '/p/' || a.username
                          WHEN a.uri ^@ 'https://' THEN a.uri ELSE '/' END,
                     a.standing, NULL, CASE WHEN a.profile_id IS NULL THEN a.username || '@' || a.domain ELSE a.username END
                FROM internal.social_report r
                JOIN social_actors a ON a.id = r.actor_id
                LEFT JOIN social_statuses s ON s.id = r.status_id
            )
            SELECT report.*, coalesce(author.screenname, report.actor) AS author, reporter.screenname AS reporter
              FROM report
              LEFT JOIN users author ON author.id = report.author_id AND author.scrubbed_at IS NULL
              LEFT JOIN users reporter ON reporter.id = report.reporter_id AND reporter.scrubbed_at IS NULL
             WHERE report.id > $1
               AND CASE $2 WHEN 'open' THEN report.settled_at IS NULL WHEN 'all' THEN true ELSE report.outcome = $2 END
               AND ($3 = '' OR report.source = $3) AND ($4 = '' OR report.reason = $4)
             ORDER BY report.id
             LIMIT $5
            """;

    /** Of two moderators at once the second finds it settled. */
    private static final String SETTLE = """
            WITH settled AS (
              UPDATE %1$s SET outcome = $2, settled_at = now(), settled_by = $3
               WHERE id = $1 AND settled_at IS NULL
              RETURNING id
            )
            SELECT EXISTS (SELECT FROM %1$s WHERE id = $1) AS known, EXISTS (SELECT FROM settled) AS settled
            """;

    private final Pool pool;

    Reports(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<ReportView>> page(ReportsQuery query) {
        return pool.preparedQuery(LONGEST_WAITING_FIRST)
                .mapping(ReportView::of)
                .execute(query.values())
                .map(found -> Page.of(found, query, ReportView::position));
    }

    /** The first of those that wait. */
    public Uni<List<ReportView>> open(int count) {
        return found(Tuple.of("", "open", "", "", count));
    }

    /** As many of those that the query finds, after the one whose id is given. */
    Uni<List<ReportView>> after(String id, ReportsQuery query, int count) {
        return found(query.values(id, count));
    }

    private Uni<List<ReportView>> found(Tuple values) {
        return pool.preparedQuery(LONGEST_WAITING_FIRST)
                .mapping(ReportView::of)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    public Uni<Void> settle(Source source, String id, Settlement settlement, Actor moderator) {
        return pool.preparedQuery(SETTLE.formatted(source.table()))
                .execute(Tuple.of(id, settlement.outcome().label(), moderator.userId()))
                .invoke(rows -> require(rows.iterator().next()))
                .replaceWithVoid();
    }

    private static void require(Row row) {
        if (!row.getBoolean("known")) {
            throw NO_SUCH_REPORT.because("No report of this kind has this id.");
        }
        if (!row.getBoolean("settled")) {
            throw ALREADY_SETTLED.because("Another moderator was faster.");
        }
    }
}
