package club.panamia.social.effect.follow;

import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Somebody elsewhere does not let somebody here follow them, or does so no longer. */
@ApplicationScoped
class RejectFollow implements InboxHandler {

    private static final String REJECT = """
            UPDATE social_follows f SET status = 'rejected', accepted_at = NULL
              FROM social_actors them, social_actors me
             WHERE them.uri = :actor AND f.target_actor_id = them.id AND me.id = f.actor_id
               AND (f.uri = :follow OR me.uri = :follower)
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Reject") && AcceptFollow.isAboutAFollow(activity);
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.run(
                        REJECT,
                        Map.of(
                                "actor", activity.actor(),
                                "follow", activity.objectId().orElseThrow(),
                                "follower", AcceptFollow.follower(activity)))
                .replaceWithVoid();
    }
}
