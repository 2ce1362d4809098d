package club.panamia.content.announcement;

import static club.panamia.content.announcement.AnnouncementProblem.ALREADY_POSTED;
import static club.panamia.content.announcement.AnnouncementProblem.NO_ANNOUNCEMENT;

import club.panamia.content.announcement.Announcement.Prepared;
import club.panamia.content.announcement.Announcement.Withdrawn;
import club.panamia.content.article.Article;
import club.panamia.content.state.Status;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What authors say when their articles go out, one of each author per article. Social-service makes one post of each once the
 * article is published, in the transaction in which it writes {@code status_id}; changes here wait for the article's lock.
 */
@Singleton
public class Announcements {

    private static final String PREPARE = """
            INSERT INTO article_announcements AS known (article_id, author_id, content) VALUES (:article, :author, :text)
            ON CONFLICT (article_id, author_id) DO UPDATE SET content = excluded.content WHERE known.status_id IS NULL
            RETURNING id
            """;

    private static final String WITHDRAW = """
            DELETE FROM article_announcements WHERE article_id = :article AND author_id = :author RETURNING id, status_id
            """;

    private static final String OF_ONE = """
            SELECT n.content, n.status_id, n.updated_at FROM article_announcements n
             WHERE n.article_id = $1 AND n.author_id = $2
            """;

    private final Pool pool;
    private final EventLog events;

    Announcements(Pool pool, EventLog events) {
        this.pool = pool;
        this.events = events;
    }

    /** Replaces what they wanted to say before; of an article that is out already the post is due at once. */
    Uni<Void> prepare(Actor author, Article article, String text) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(PREPARE, String.class)
                        .setParameter("article", article.id())
                        .setParameter("author", author.userId())
                        .setParameter("text", text)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ALREADY_POSTED.because("Take it back first, and its post with it."))
                .chain(id -> tellWhenOut(author, article, id));
    }

    private Uni<Void> tellWhenOut(Actor author, Article article, String id) {
        return article.status() == Status.PUBLISHED
                ? events.record(author.userId(), new Prepared(article.id(), id, author.userId()))
                : Uni.createFrom().voidItem();
    }

    /** Takes back what this person wanted to say, or has said; nothing where that is nothing. */
    public Uni<Void> withdraw(Actor actor, Article article, String authorId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(WITHDRAW, Object[].class)
                        .setParameter("article", article.id())
                        .setParameter("author", authorId)
                        .getSingleResultOrNull())
                .chain(row -> tellWhenGone(actor, article, authorId, row));
    }

    private Uni<Void> tellWhenGone(Actor actor, Article article, String authorId, Object @Nullable [] row) {
        return row == null
                ? Uni.createFrom().voidItem()
                : events.record(
                        actor.userId(), new Withdrawn(article.id(), (String) row[0], authorId, (String) row[1]));
    }

    Uni<AnnouncementView> of(Actor author, Article article) {
        return pool.preparedQuery(OF_ONE)
                .mapping(AnnouncementView::of)
                .execute(Tuple.of(article.id(), author.userId()))
                .map(Announcements::theOne);
    }

    private static AnnouncementView theOne(RowSet<AnnouncementView> found) {
        if (found.size() == 0) {
            throw NO_ANNOUNCEMENT.because("You have prepared none for this article.");
        }
        return found.iterator().next();
    }
}
