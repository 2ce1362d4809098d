package club.panamia.social.poll;

import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.outgoing.TellOfPosts;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells other servers how many have voted in the poll of which they know least, in one transaction. */
@ApplicationScoped
class TellNextCount {

    /** First the post, then the poll: in this order everybody locks them. Counted anew, the post is another version of itself. */
    private static final String COUNT = """
            WITH due AS (
              SELECT s.id FROM internal.poll q JOIN social_statuses s ON s.id = q.status_id AND s.visibility <> 'local'
               WHERE q.closed_at IS NULL AND NOT q.is_remote AND q.voters_count <> q.told_voters
                 AND q.told_at <= clock_timestamp() - interval '5 minutes'
               ORDER BY q.told_at LIMIT 1
                 FOR NO KEY UPDATE OF s SKIP LOCKED
            ), post AS (
              UPDATE social_statuses s SET version = s.version + 1 FROM due WHERE s.id = due.id RETURNING s.id
            )
            UPDATE internal.poll q SET told_voters = q.voters_count, told_at = clock_timestamp() FROM post
             WHERE q.status_id = post.id AND q.closed_at IS NULL AND q.told_at <= clock_timestamp() - interval '5 minutes'
            RETURNING q.status_id
            """;

    private final TellOfPosts tellOfPosts;

    TellNextCount(TellOfPosts tellOfPosts) {
        this.tellOfPosts = tellOfPosts;
    }

    /** Of how many it told: of one, or none. */
    @WithTransaction
    Uni<Integer> tell() {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(COUNT, String.class).getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .call(tellOfPosts::edited)
                .map(counted -> counted == null ? 0 : 1);
    }
}
