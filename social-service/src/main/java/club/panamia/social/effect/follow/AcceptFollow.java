package club.panamia.social.effect.follow;

import club.panamia.kernel.event.EventLog;
import club.panamia.social.effect.Statement;
import club.panamia.social.follow.FollowStep;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Somebody elsewhere lets somebody here follow them, who has asked to. */
@ApplicationScoped
class AcceptFollow implements InboxHandler {

    private static final String ACCEPT = """
            UPDATE social_follows f SET status = 'accepted', accepted_at = now()
              FROM social_actors them, social_actors me LEFT JOIN profiles mine ON mine.id = me.profile_id
             WHERE them.uri = :actor AND f.target_actor_id = them.id AND me.id = f.actor_id AND f.status = 'pending'
               AND (f.uri = :follow OR me.uri = :follower)
            RETURNING f.id, mine.user_id
            """;

    private final EventLog events;

    AcceptFollow(EventLog events) {
        this.events = events;
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Accept") && isAboutAFollow(activity);
    }

    static boolean isAboutAFollow(Activity activity) {
        return activity.objectId().isPresent()
                && (activity.object().isEmpty() || activity.objectType().equals("Follow"));
    }

    /** Whose follow it says that it is; empty where only the follow's id is said. */
    static String follower(Activity activity) {
        return activity.object()
                .filter(follow -> activity.actor().equals(Ld.ref(follow, "object")))
                .map(follow -> String.valueOf(Ld.ref(follow, "actor")))
                .orElse("");
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.first(
                        ACCEPT,
                        Map.of(
                                "actor", activity.actor(),
                                "follow", activity.objectId().orElseThrow(),
                                "follower", follower(activity)))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : events.record(
                                null, new FollowStep.Accepted((String) found.get()[0], (String) found.get()[1], null)));
    }
}
