package club.panamia.social.follow;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever follows somebody in the house no longer does not follow them here, either, nor wishes to. The house knows it already. */
@ApplicationScoped
class UnfollowAsInTheHouse implements EventHandler {

    record Ended(String followerId, String userId) {}

    private static final String UNFOLLOW = """
            DELETE FROM social_follows f
             USING social_actors a, social_actors t, profiles ap, profiles tp
             WHERE f.actor_id = a.id AND f.target_actor_id = t.id AND ap.id = a.profile_id AND tp.id = t.profile_id
               AND ap.user_id = :follower AND tp.user_id = :person
            """;

    @Override
    public String type() {
        return "engagement.follow.ended";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var ended = event.as(Ended.class);
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(UNFOLLOW)
                        .setParameter("follower", ended.followerId())
                        .setParameter("person", ended.userId())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
