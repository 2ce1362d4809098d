package club.panamia.content.history;

import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** What was done with an article, the latest first. */
@Singleton
class History {

    static final String OF_ONE = """
            SELECT h.id, h.created_at, h.step, h.actor_id, u.screenname AS actor_screenname, h.subject,
                   s.screenname AS subject_screenname, h.reason
              FROM internal.article_history h
              LEFT JOIN users u ON u.id = h.actor_id AND u.scrubbed_at IS NULL
              LEFT JOIN users s ON s.id = h.subject AND s.scrubbed_at IS NULL
             WHERE h.article_id = $1 AND h.id < $2
             ORDER BY h.id DESC
             LIMIT $3
            """;

    /** Sorts after every id: they begin with an earlier letter. */
    private static final String LAST = "z";

    private final Pool pool;

    History(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<HistoryEntry>> page(String articleId, PageQuery query) {
        return pool.preparedQuery(OF_ONE)
                .mapping(HistoryEntry::of)
                .execute(values(articleId, query))
                .map(entries -> Page.of(entries, query, HistoryEntry::position));
    }

    static Tuple values(String articleId, PageQuery query) {
        return Tuple.of(articleId, query.after(1).map(cursor -> cursor.text(0)).orElse(LAST), query.rows());
    }
}
