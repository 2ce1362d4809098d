package club.panamia.social.post;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.audience.Visibility;
import club.panamia.social.outgoing.TellOfPosts;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody deletes what they said. Only its id is kept, so that nobody brings it up again. */
@ApplicationScoped
public class TakeItBack {

    /** First what it answers, then the post itself: in this order everybody locks them. */
    private static final String HOLD = """
            SELECT answered.id FROM social_statuses answered
             WHERE answered.id = (SELECT in_reply_to_id FROM social_statuses WHERE id = :id)
               FOR NO KEY UPDATE
            """;

    private static final String DELETE = """
            WITH gone AS (
              DELETE FROM social_statuses s USING social_actors a, profiles p
               WHERE s.id = :id AND a.id = s.actor_id AND p.id = a.profile_id AND p.user_id = :person
              RETURNING s.uri, s.type, s.actor_id, CAST(s.visibility AS text) AS visibility, s.is_draft
            ), buried AS (
              INSERT INTO internal.tombstone (uri, former_type, told)
              SELECT uri, type, visibility IN ('public', 'quiet') AND NOT is_draft FROM gone
              ON CONFLICT (uri) DO NOTHING
            )
            SELECT uri, actor_id, visibility FROM gone
            """;

    /** Only while the article is not to be read: it may be out again by now. */
    private static final String DELETE_OF_ARTICLE = """
            WITH gone AS (
              DELETE FROM social_statuses s
               WHERE s.article_id = :article AND (s.id = :id OR :id = '')
                 AND (:id <> '' OR NOT EXISTS (SELECT FROM articles r WHERE r.id = :article AND r.status = 'published'))
              RETURNING s.id, s.uri, s.type, s.actor_id, CAST(s.visibility AS text) AS visibility, s.is_draft
            ), buried AS (
              INSERT INTO internal.tombstone (uri, former_type, told)
              SELECT uri, type, visibility IN ('public', 'quiet') AND NOT is_draft FROM gone
              ON CONFLICT (uri) DO NOTHING
            ), said_anew_later AS (
              UPDATE article_announcements n SET status_id = NULL FROM gone WHERE n.status_id = gone.id
            )
            SELECT g.uri, g.actor_id, g.visibility, g.id, p.user_id
              FROM gone g JOIN social_actors a ON a.id = g.actor_id LEFT JOIN profiles p ON p.id = a.profile_id
            """;

    private final TellOfPosts tellOfPosts;
    private final EventLog events;

    TakeItBack(TellOfPosts tellOfPosts, EventLog events) {
        this.tellOfPosts = tellOfPosts;
        this.events = events;
    }

    /** Twice at once, too, it is deleted and counted once. */
    @WithTransaction
    Uni<Void> delete(Actor person, String id) {
        return CallersTransaction.session()
                .call(session -> session.createNativeQuery(HOLD, String.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .call(() -> tellOfPosts.goes(id))
                .chain(session -> session.createNativeQuery(DELETE, Object[].class)
                        .setParameter("id", id)
                        .setParameter("person", person.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_STATUS.because("You have said nothing like this."))
                .chain(row -> events.record(person.userId(), deleted(person, id, row)));
    }

    /** In the caller's transaction: all that announced the article, where it is not to be read any more. */
    public Uni<Void> ofArticle(String articleId) {
        return announcing(articleId, "");
    }

    /** In the caller's transaction: this post, if it announced the article. */
    public Uni<Void> ofArticle(String articleId, String id) {
        return announcing(articleId, id);
    }

    private Uni<Void> announcing(String articleId, String id) {
        return CallersTransaction.session()
                .call(() -> tellOfPosts.announcingGoes(articleId, id))
                .chain(session -> session.createNativeQuery(DELETE_OF_ARTICLE, Object[].class)
                        .setParameter("article", articleId)
                        .setParameter("id", id)
                        .getResultList())
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> events.record(
                        (String) row[4],
                        new StatusStep.Deleted(
                                (String) row[3],
                                (String) row[0],
                                (String) row[1],
                                (String) row[4],
                                Visibility.of((String) row[2]))))
                .onItem()
                .ignoreAsUni();
    }

    private static StatusStep.Deleted deleted(Actor person, String id, Object[] row) {
        return new StatusStep.Deleted(
                id, (String) row[0], (String) row[1], person.userId(), Visibility.of((String) row[2]));
    }
}
