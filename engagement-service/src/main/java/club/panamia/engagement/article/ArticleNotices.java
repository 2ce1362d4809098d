package club.panamia.engagement.article;

import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.settings.Settings;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells people of articles, once however often the event is delivered; in the caller's transaction. */
@ApplicationScoped
public class ArticleNotices {

    /** By joins, so that somebody who is gone is not told, nobody is told of what is gone, and no key parks the event. */
    private static final String TELL = """
            INSERT INTO notifications (type, context, target, actor, actor_screenname, actor_name, object_type, object,
                                       object_title, object_url, message, dedupe_key, expires_at)
            SELECT CAST(:type AS notification_activity_type), CAST(:context AS notification_context), u.id,
                   w.id, w.screenname, w.name, 'article', a.id,
                   a.title, replace(CAST(:url AS text), '{slug}', a.slug), %s, CAST(:once AS text) || u.id,
                   CASE WHEN CAST(:days AS int) > 0 THEN now() + make_interval(days => CAST(:days AS int)) END
              FROM articles a
              JOIN users u ON u.id = ANY (string_to_array(CAST(:readers AS text), ',')) AND u.scrubbed_at IS NULL
              LEFT JOIN users w ON w.id = CAST(:actor AS text) AND w.scrubbed_at IS NULL
             WHERE a.id = :article AND u.id IS DISTINCT FROM CAST(:actor AS text)
            ON CONFLICT (dedupe_key) DO NOTHING
            """;

    private static final String AUTHOR = "SELECT author_id FROM articles WHERE id = :article AND author_id IS NOT NULL";

    private final String articlePath;

    ArticleNotices(Settings settings) {
        this.articlePath = settings.articlePath();
    }

    /** Once for each event; never somebody of what they did themselves. */
    public Uni<Void> tell(List<String> readers, ArticleNotice notice, String articleId, RecordedEvent event) {
        return tell(readers, notice, articleId, event, event.id());
    }

    /** Once for each article, also where it happens again. */
    public Uni<Void> tellOnce(List<String> readers, ArticleNotice notice, String articleId, RecordedEvent event) {
        return tell(readers, notice, articleId, event, event.type() + ":" + articleId);
    }

    /** Who wrote an article; nobody once they have left. */
    public Uni<List<String>> authorOf(String articleId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(AUTHOR, String.class)
                        .setParameter("article", articleId)
                        .getResultList());
    }

    private Uni<Void> tell(
            List<String> readers, ArticleNotice notice, String articleId, RecordedEvent event, String once) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(TELL.formatted(notice.message.sql))
                        .setParameter("type", notice.type)
                        .setParameter("context", notice.context)
                        .setParameter("url", articlePath + notice.place)
                        .setParameter("once", once + ":")
                        .setParameter("days", notice.days)
                        .setParameter("readers", String.join(",", readers))
                        .setParameter("actor", event.actorId())
                        .setParameter("article", articleId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
