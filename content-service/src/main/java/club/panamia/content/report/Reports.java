package club.panamia.content.report;

import static club.panamia.content.article.ArticleProblem.NO_SUCH_ARTICLE;
import static club.panamia.content.report.ReportProblem.ALREADY_SETTLED;
import static club.panamia.content.report.ReportProblem.NO_SUCH_REPORT;

import club.panamia.content.report.Settlement.Outcome;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** What readers have reported. Each change is one statement, and complete by itself. */
@Singleton
class Reports {

    /** What is said again replaces what was said before, until a moderator has looked at it; nobody is told which. */
    private static final String FILE = """
            WITH article AS (SELECT a.id FROM articles a WHERE a.slug = $1 AND a.status = 'published'),
                 filed AS (
                   INSERT INTO internal.article_report AS known (article_id, reporter_id, reason, note)
                   SELECT article.id, $2, $3, $4 FROM article
                   ON CONFLICT (article_id, reporter_id) DO UPDATE SET reason = excluded.reason, note = excluded.note
                    WHERE known.settled_at IS NULL
                 )
            SELECT count(*)::int AS articles FROM article
            """;

    static final String OPEN = """
            SELECT r.id, r.created_at, a.slug, a.title, a.status::text AS status, u.screenname, r.reason, r.note
              FROM internal.article_report r
              JOIN articles a ON a.id = r.article_id
              LEFT JOIN users u ON u.id = r.reporter_id AND u.scrubbed_at IS NULL
             WHERE r.settled_at IS NULL AND r.id > $1
             ORDER BY r.id
             LIMIT $2
            """;

    /** Of two moderators at once the second finds it settled. */
    private static final String SETTLE = """
            WITH known AS (SELECT r.id FROM internal.article_report r WHERE r.id = $1),
                 settled AS (
                   UPDATE internal.article_report SET outcome = $2, settled_at = now()
                    WHERE id = $1 AND settled_at IS NULL
                   RETURNING id
                 )
            SELECT (SELECT count(*) FROM known)::int AS known, (SELECT count(*) FROM settled)::int AS settled
            """;

    private final Pool pool;

    Reports(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> file(Actor reader, String slug, Report report) {
        return pool.preparedQuery(FILE)
                .execute(Tuple.of(slug, reader.userId(), report.reason().label(), report.note()))
                .invoke(rows -> requireArticle(rows.iterator().next()))
                .replaceWithVoid();
    }

    /** Those that wait, the longest first. */
    Uni<Page<ReportView>> open(PageQuery query) {
        return pool.preparedQuery(OPEN)
                .mapping(ReportView::of)
                .execute(values(query))
                .map(reports -> Page.of(reports, query, ReportView::position));
    }

    static Tuple values(PageQuery query) {
        return Tuple.of(query.after(1).map(cursor -> cursor.text(0)).orElse(""), query.rows());
    }

    Uni<Void> settle(String id, Outcome outcome) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(id, outcome.label()))
                .invoke(rows -> requireSettled(rows.iterator().next()))
                .replaceWithVoid();
    }

    private static void requireArticle(Row row) {
        if (row.getInteger("articles") == 0) {
            throw NO_SUCH_ARTICLE.because("Nothing that is published has this address.");
        }
    }

    private static void requireSettled(Row row) {
        if (row.getInteger("known") == 0) {
            throw NO_SUCH_REPORT.because("No report has this id.");
        }
        if (row.getInteger("settled") == 0) {
            throw ALREADY_SETTLED.because("Another moderator was faster.");
        }
    }
}
