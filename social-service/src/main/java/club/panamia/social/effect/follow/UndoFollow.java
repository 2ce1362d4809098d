package club.panamia.social.effect.follow;

import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Somebody elsewhere follows somebody here no longer, or takes the wish back. */
@ApplicationScoped
class UndoFollow implements InboxHandler {

    private static final String UNDO = """
            DELETE FROM social_follows f USING social_actors them, social_actors a
             WHERE them.uri = :actor AND f.actor_id = them.id AND a.id = f.target_actor_id AND (f.uri = :follow OR a.uri = :object)
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Undo")
                && activity.inner()
                        .filter(inner -> inner.type().equals("Follow"))
                        .isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var follow = activity.inner().orElseThrow();
        return Statement.run(
                        UNDO,
                        Map.of(
                                "actor", activity.actor(),
                                "follow", follow.id(),
                                "object", follow.objectId().orElse("")))
                .replaceWithVoid();
    }
}
