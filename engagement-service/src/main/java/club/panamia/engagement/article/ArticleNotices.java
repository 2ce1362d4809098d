package club.panamia.engagement.article;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.settings.Settings;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Tells people of articles, once however often the event is delivered; nobody of what is gone. In the caller's transaction. */
@ApplicationScoped
public class ArticleNotices {

    private static final String ARTICLE =
            "SELECT a.title, a.slug, %s AS message, CAST(:reader AS text) AS reader FROM articles a WHERE a.id = :article";

    private static final String AUTHOR = "SELECT author_id FROM articles WHERE id = :article AND author_id IS NOT NULL";

    private final String articlePath;
    private final Notices notices;

    ArticleNotices(Settings settings, Notices notices) {
        this.articlePath = settings.articlePath();
        this.notices = notices;
    }

    /** Once for each event; never somebody of what they did themselves. */
    public Uni<Void> tell(List<String> readers, ArticleNotice notice, String articleId, RecordedEvent event) {
        return tell(readers, notice, articleId, event, event.id());
    }

    /** Once for each article, also where it happens again. */
    public Uni<Void> tellOnce(List<String> readers, ArticleNotice notice, String articleId, RecordedEvent event) {
        return tell(readers, notice, articleId, event, event.type() + ":" + articleId);
    }

    /** Once for each who did it, however often they change their mind; somebody of another server, who is nobody's account. */
    public Uni<Void> tellOnceOf(
            String who, List<String> readers, ArticleNotice notice, String articleId, RecordedEvent event) {
        return tell(readers, notice, articleId, event, "%s:%s:%s".formatted(event.type(), articleId, who));
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
                .chain(session -> article(session, notice, articleId, readers).getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(article -> notices.tellOnce(readers, said(notice, articleId, article), event, once));
    }

    private static Mutiny.SelectionQuery<Object[]> article(
            Mutiny.Session session, ArticleNotice notice, String articleId, List<String> readers) {
        return session.createNativeQuery(ARTICLE.formatted(notice.message.sql), Object[].class)
                .setParameter("article", articleId)
                .setParameter("reader", readers.isEmpty() ? null : readers.getFirst());
    }

    private Notice said(ArticleNotice notice, String articleId, Object[] article) {
        return Notice.about(notice.kind, "article", articleId)
                .titled(text(article[0]))
                .leadingTo(articlePath.replace("{slug}", String.valueOf(article[1])) + notice.place)
                .saying(text(article[2]));
    }

    private static @Nullable String text(@Nullable Object column) {
        return column == null ? null : column.toString();
    }
}
