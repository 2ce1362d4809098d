package club.panamia.engagement.follow;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends that somebody follows a person, also one who is locked by now; says nothing about who exists. */
@ApplicationScoped
class UnfollowPerson {

    private static final String UNFOLLOW = """
            DELETE FROM user_follows
             WHERE follower_id = :follower AND following_id = (SELECT id FROM users WHERE lower(screenname) = lower(:screenname))
            RETURNING following_id
            """;

    private final EventLog events;

    UnfollowPerson(EventLog events) {
        this.events = events;
    }

    /** One person follows another no longer. */
    record Ended(String followerId, String userId) implements DomainEvent {
        @Override
        public String type() {
            return "engagement.follow.ended";
        }
    }

    @WithTransaction
    Uni<Void> of(Actor follower, String screenname) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(UNFOLLOW, String.class)
                        .setParameter("follower", follower.userId())
                        .setParameter("screenname", screenname)
                        .getSingleResultOrNull())
                .chain(person -> person == null
                        ? Uni.createFrom().voidItem()
                        : events.record(follower.userId(), new Ended(follower.userId(), person)));
    }
}
