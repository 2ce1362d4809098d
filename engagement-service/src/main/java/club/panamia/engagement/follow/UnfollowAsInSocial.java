package club.panamia.engagement.follow;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever follows somebody on the timeline no longer does not follow them here, either. */
@ApplicationScoped
class UnfollowAsInSocial implements EventHandler {

    private static final String UNFOLLOW =
            "DELETE FROM user_follows WHERE follower_id = :follower AND following_id = :person";

    @Override
    public String type() {
        return "social.follow.undone";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var follow = event.as(SocialFollow.class);
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(UNFOLLOW)
                        .setParameter("follower", follow.followerUserId())
                        .setParameter("person", follow.followedUserId())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
