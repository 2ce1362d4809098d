package club.panamia.content.comment;

import static club.panamia.content.article.ArticleProblem.NO_SUCH_COMMENT;

import club.panamia.content.article.Article;
import club.panamia.kernel.database.ReadPool;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.stream.StreamSupport;

/**
 * The replies to an article's announcements, and to the article itself as other servers know it, from social-service's tables: those
 * that everybody may read, and nobody has hidden.
 */
@Singleton
class Comments {

    /** Deeper and longer threads than people read; whatever somebody builds, a page costs no more than this. */
    private static final int DEEPEST = 30;

    private static final int MOST = 2000;

    /** What is hidden or deleted takes with it what answers it. */
    private static final String THREAD = """
            WITH RECURSIVE thread (id, depth) AS (
              SELECT s.id, 0
                FROM article_announcements n
                JOIN social_statuses s ON s.id = n.status_id AND s.visibility IN ('public', 'quiet') AND NOT s.is_draft
               WHERE n.article_id = %1$s
               UNION ALL
              SELECT r.id, 1
                FROM internal.federated_article f
                JOIN social_statuses r ON r.in_reply_to_uri = f.uri AND r.visibility IN ('public', 'quiet') AND NOT r.is_draft
               WHERE f.article_id = %1$s AND NOT EXISTS (SELECT FROM internal.hidden_comment h WHERE h.status_id = r.id)
               UNION ALL
              SELECT r.id, t.depth + 1
                FROM thread t
                JOIN social_statuses r ON r.in_reply_to_id = t.id AND r.visibility IN ('public', 'quiet') AND NOT r.is_draft
               WHERE t.depth < %2$d AND NOT EXISTS (SELECT FROM internal.hidden_comment h WHERE h.status_id = r.id)
            )
            """;

    static final String SHOWN = THREAD.formatted("$1", DEEPEST) + """
            SELECT s.id, s.published, t.depth, coalesce(s.in_reply_to_id, s.in_reply_to_uri) AS in_reply_to, s.content, s.content_warning, s.url,
                   o.username, o.domain, o.name, o.icon_url, o.uri AS actor_uri
              FROM (SELECT id, depth FROM thread LIMIT %d) t
              JOIN social_statuses s ON s.id = t.id
              JOIN social_actors o ON o.id = s.actor_id AND o.standing <> 'suspended'
             WHERE t.depth > 0 AND s.content IS NOT NULL AND (s.expires_at IS NULL OR s.expires_at > now())
               AND (s.published, s.id) > ($2, $3)
             ORDER BY s.published, s.id
             LIMIT $4
            """.formatted(MOST);

    /** Nothing where it stands under another article, or nowhere that everybody can read; a second click changes nothing. */
    private static final String HIDE = THREAD.formatted(":article", DEEPEST) + """
            , found AS (SELECT id FROM thread WHERE id = :comment AND depth > 0
                         UNION SELECT status_id FROM internal.hidden_comment WHERE status_id = :comment AND article_id = :article),
              hidden AS (INSERT INTO internal.hidden_comment (status_id, article_id, hidden_by, reason)
                         SELECT id, :article, :actor, :reason FROM found ON CONFLICT (status_id) DO NOTHING)
            SELECT count(*) FROM found
            """;

    private static final String SHOW =
            "DELETE FROM internal.hidden_comment WHERE status_id = :comment AND article_id = :article";

    private static final String HIDDEN = """
            SELECT h.status_id, h.created_at, h.reason, u.screenname AS hidden_by, s.content, o.username, o.domain
              FROM internal.hidden_comment h
              JOIN social_statuses s ON s.id = h.status_id
              JOIN social_actors o ON o.id = s.actor_id
              LEFT JOIN users u ON u.id = h.hidden_by AND u.scrubbed_at IS NULL
             WHERE h.article_id = $1 AND (h.created_at, h.status_id) < ($2, $3)
             ORDER BY h.created_at DESC, h.status_id DESC
             LIMIT $4
            """;

    private static final Cursor FIRST = Cursor.of(Instant.EPOCH, "");

    private final ReadPool pool;

    Comments(ReadPool pool) {
        this.pool = pool;
    }

    /** The first said come first, whatever they answer. */
    Uni<Page<Comment>> under(String articleId, PageQuery page) {
        return pool.ask(SHOWN, values(articleId, page))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Comment::of)
                        .toList())
                .map(comments -> Page.of(comments, page, Comment::position));
    }

    static Tuple values(String articleId, PageQuery page) {
        var end = page.after(2).orElse(FIRST);
        return Tuple.of(articleId, end.time(0), end.text(1), page.rows());
    }

    Uni<Void> hide(Article article, String commentId, String actorId, String reason) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(HIDE, Long.class)
                        .setParameter("article", article.id())
                        .setParameter("comment", commentId)
                        .setParameter("actor", actorId)
                        .setParameter("reason", reason)
                        .getSingleResult())
                .invoke(found -> requireFound(found > 0))
                .replaceWithVoid();
    }

    Uni<Void> show(Article article, String commentId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(SHOW)
                        .setParameter("article", article.id())
                        .setParameter("comment", commentId)
                        .executeUpdate())
                .invoke(rows -> requireFound(rows > 0))
                .replaceWithVoid();
    }

    /** Those that were hidden last come first; what social-service has deleted is gone here, too. */
    Uni<Page<HiddenComment>> hiddenUnder(Article article, PageQuery page) {
        return pool.ask(HIDDEN, hiddenValues(article, page))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(HiddenComment::of)
                        .toList())
                .map(comments -> Page.of(comments, page, HiddenComment::position));
    }

    private static Tuple hiddenValues(Article article, PageQuery page) {
        var end = page.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(article.id(), end.time(0), end.text(1), page.rows());
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw NO_SUCH_COMMENT.because("Nothing of this id stands under the article.");
        }
    }
}
