package club.panamia.engagement.follow;

import static club.panamia.engagement.follow.FollowProblem.NO_SUCH_PERSON;
import static club.panamia.engagement.follow.FollowProblem.TOO_MANY_FOLLOWS;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins to follow somebody, and says so the first time only; again does nothing, also twice at once. */
@ApplicationScoped
class FollowPerson {

    private static final int MOST = 5000;

    private static final String FOLLOW = """
            WITH person AS (
              SELECT u.id FROM users u
               WHERE lower(u.screenname) = lower(:screenname) AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
                 AND NOT EXISTS (
                   SELECT FROM profiles mine
                     JOIN social_actors me ON me.profile_id = mine.id
                     JOIN profiles theirs ON theirs.user_id = u.id
                     JOIN social_actors they ON they.profile_id = theirs.id
                    WHERE mine.user_id = :follower AND internal.is_apart(me.id, they.id))
            ), room AS (
              SELECT count(*) < :most AS left_over FROM user_follows WHERE follower_id = :follower
            ), pair AS (
              INSERT INTO user_follows (follower_id, following_id) SELECT CAST(:follower AS text), id FROM person, room
               WHERE left_over
              ON CONFLICT (follower_id, following_id) DO NOTHING
              RETURNING following_id
            )
            SELECT person.id, room.left_over, EXISTS (SELECT FROM pair) FROM person, room
            """;

    private final EventLog events;

    FollowPerson(EventLog events) {
        this.events = events;
    }

    /** One person follows another from now on. */
    record Begun(String followerId, String userId) implements DomainEvent {
        @Override
        public String type() {
            return "engagement.follow.begun";
        }
    }

    @WithTransaction
    Uni<Void> of(Actor follower, String screenname) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FOLLOW, Object[].class)
                        .setParameter("screenname", screenname)
                        .setParameter("follower", follower.userId())
                        .setParameter("most", MOST)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_PERSON.because("Nobody of this name can be followed."))
                .chain(followed -> tell(follower, followed));
    }

    private Uni<Void> tell(Actor follower, Object[] followed) {
        if (!(boolean) followed[1]) {
            throw TOO_MANY_FOLLOWS.because("You can follow %d people; let some go first.".formatted(MOST));
        }
        return (boolean) followed[2]
                ? events.record(follower.userId(), new Begun(follower.userId(), (String) followed[0]))
                : Uni.createFrom().voidItem();
    }
}
