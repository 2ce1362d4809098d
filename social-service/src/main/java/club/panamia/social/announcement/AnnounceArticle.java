package club.panamia.social.announcement;

import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participant;
import club.panamia.social.home.Home;
import club.panamia.social.post.Speak;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Makes one post of each announcement of an article that can be read. Which post became of it is written in the same transaction,
 * so that there is never a second one, however often one hears of it. Who does not take part says nothing.
 */
@Singleton
class AnnounceArticle {

    private static final String WAITING = """
            SELECT n.id, n.author_id, n.content, r.slug, a.id AS actor_id, a.uri, a.followers_url, a.username
              FROM article_announcements n
              JOIN articles r ON r.id = n.article_id AND r.status = 'published'
              JOIN profiles p ON p.user_id = n.author_id AND p.active AND p.social_eligible
              JOIN users u ON u.id = p.user_id AND u.locked_at IS NULL
              JOIN social_actors a ON a.profile_id = p.id AND a.standing <> 'suspended'
             WHERE n.article_id = :article AND n.status_id IS NULL
             ORDER BY n.id
               FOR UPDATE OF n
            """;

    private static final String POSTED = """
            UPDATE article_announcements SET status_id = :status, actor_id = :actor WHERE id = :id AND status_id IS NULL
            """;

    private final Speak speak;
    private final Home home;

    AnnounceArticle(Speak speak, Home home) {
        this.speak = speak;
        this.home = home;
    }

    /** In the caller's transaction. */
    Uni<Void> announce(String articleId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(WAITING, Object[].class)
                        .setParameter("article", articleId)
                        .getResultList())
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> post(articleId, row))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> post(String articleId, Object[] row) {
        var speaker = new Participant((String) row[4], (String) row[5], (String) row[6], (String) row[7]);
        var words = "%s\n\n%s".formatted(row[2], home.article((String) row[3]));
        return speak.ofArticle((String) row[1], speaker, words, articleId)
                .chain(status -> note((String) row[0], speaker, status));
    }

    private static Uni<Void> note(String id, Participant speaker, String status) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(POSTED)
                        .setParameter("status", status)
                        .setParameter("actor", speaker.id())
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
