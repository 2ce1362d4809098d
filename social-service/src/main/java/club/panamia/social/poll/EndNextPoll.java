package club.panamia.social.poll;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.outgoing.TellOfPosts;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends the poll whose time was over first, with all that follows, in one transaction. */
@ApplicationScoped
class EndNextPoll {

    private static final int PORTION = 200;

    /** First the post, then the poll: in this order everybody locks them. Ended, the post is another version of itself. */
    private static final String END = """
            WITH due AS (
              SELECT s.id FROM internal.poll q JOIN social_statuses s ON s.id = q.status_id
               WHERE q.closed_at IS NULL AND q.ends_at <= clock_timestamp()
               ORDER BY q.ends_at LIMIT 1
                 FOR NO KEY UPDATE OF s SKIP LOCKED
            ), post AS (
              UPDATE social_statuses s SET version = s.version + 1 FROM due WHERE s.id = due.id RETURNING s.id
            )
            UPDATE internal.poll q SET closed_at = clock_timestamp() FROM post
             WHERE q.status_id = post.id AND q.closed_at IS NULL AND q.ends_at <= clock_timestamp()
            RETURNING q.status_id
            """;

    private static final String HEARERS = """
            SELECT p.user_id
              FROM (SELECT s.actor_id, '' AS place FROM social_statuses s WHERE s.id = :id
                    UNION ALL
                    SELECT b.actor_id, b.id FROM internal.ballot b WHERE b.status_id = :id) AS heard
              JOIN social_actors a ON a.id = heard.actor_id JOIN profiles p ON p.id = a.profile_id AND p.user_id IS NOT NULL
             ORDER BY heard.place
            """;

    private final EventLog events;
    private final TellOfPosts tellOfPosts;

    EndNextPoll(EventLog events, TellOfPosts tellOfPosts) {
        this.events = events;
        this.tellOfPosts = tellOfPosts;
    }

    /** How many were ended: one, or none. */
    @WithTransaction
    Uni<Integer> end() {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(END, String.class).getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .call(this::tell)
                .map(ended -> ended == null ? 0 : 1);
    }

    private Uni<Void> tell(String statusId) {
        return CallersTransaction.session()
                .chain(session -> hearers(session, statusId))
                .chain(people -> tell(statusId, people))
                .chain(() -> tellOfPosts.edited(statusId));
    }

    private static Uni<List<String>> hearers(Mutiny.Session session, String statusId) {
        return session.createNativeQuery(HEARERS, String.class)
                .setParameter("id", statusId)
                .getResultList();
    }

    private Uni<Void> tell(String statusId, List<String> people) {
        return Multi.createFrom()
                .iterable(people)
                .group()
                .intoLists()
                .of(PORTION)
                .onItem()
                .transformToUniAndConcatenate(portion -> events.record(null, new PollEnded(statusId, portion)))
                .onItem()
                .ignoreAsUni();
    }
}
