package club.panamia.content.revision;

import static club.panamia.content.article.ArticleProblem.NO_SUCH_REVISION;

import club.panamia.content.article.Article;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** What an article said, the latest first. */
@Singleton
public class Revisions {

    private static final String COLUMNS = """
            SELECT r.id, r.created_at, u.screenname, r.kind, r.version, r.revision, r.wording ->> 'title' AS title
            """;

    private static final String KEPT = """
              FROM internal.article_revision r
              LEFT JOIN users u ON u.id = r.author_id AND u.scrubbed_at IS NULL
             WHERE r.article_id = $1 AND\s""";

    static final String OF_ONE = COLUMNS + KEPT + "r.id < $2 ORDER BY r.id DESC LIMIT $3";

    private static final String THE_ONE = COLUMNS.stripTrailing() + ", r.wording " + KEPT + "r.id = $2";

    private static final String THE_BRANCH = THE_ONE + " AND r.kind = 'branch'";

    private static final String SAID_AT = """
            SELECT r.wording FROM internal.article_revision r
             WHERE r.article_id = $1 AND r.kind <> 'branch' AND r.version <= $2
             ORDER BY r.version DESC, r.id DESC
             LIMIT 1
            """;

    /** Sorts after every id: they begin with an earlier letter. */
    private static final String LAST = "z";

    private final Pool pool;

    Revisions(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<RevisionEntry>> page(String articleId, PageQuery query) {
        return pool.preparedQuery(OF_ONE)
                .mapping(RevisionEntry::of)
                .execute(values(articleId, query))
                .map(entries -> Page.of(entries, query, RevisionEntry::position));
    }

    static Tuple values(String articleId, PageQuery query) {
        return Tuple.of(articleId, query.after(1).map(cursor -> cursor.text(0)).orElse(LAST), query.rows());
    }

    Uni<RevisionView> one(String articleId, String id) {
        return pool.preparedQuery(THE_ONE)
                .mapping(RevisionView::of)
                .execute(Tuple.of(articleId, id))
                .map(Revisions::theOne);
    }

    Uni<ArticleDraft> wording(String articleId, String id) {
        return one(articleId, id).map(RevisionView::wording);
    }

    /** What was written for an article that had changed meanwhile. */
    public Uni<RevisionView> branch(String articleId, String id) {
        return pool.preparedQuery(THE_BRANCH)
                .mapping(RevisionView::of)
                .execute(Tuple.of(articleId, id))
                .map(Revisions::theOne);
    }

    /** What the article said when it had this version; of an article that is older than its revisions, what it says now. */
    public Uni<ArticleDraft> saidAt(Article article, int version) {
        return pool.preparedQuery(SAID_AT)
                .mapping(row -> StoredDraft.read(row.getJsonObject("wording").encode()))
                .execute(Tuple.of(article.id(), version))
                .map(found -> found.size() == 0
                        ? article.wording().draft()
                        : found.iterator().next());
    }

    private static RevisionView theOne(RowSet<RevisionView> found) {
        if (found.size() == 0) {
            throw NO_SUCH_REVISION.because("The article has no revision with this id.");
        }
        return found.iterator().next();
    }
}
