package club.panamia.social.effect.follow;

import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Somebody elsewhere lets somebody here hear of them again; what either of them followed stays ended. */
@ApplicationScoped
class UndoBlock implements InboxHandler {

    private static final String UNDO = """
            DELETE FROM internal.actor_block b USING social_actors them, social_actors a
             WHERE them.uri = :actor AND b.actor_id = them.id AND a.uri = :object AND b.target_actor_id = a.id
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Undo")
                && activity.inner()
                        .filter(inner -> inner.type().equals("Block"))
                        .isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var blocked = activity.inner().flatMap(Activity::objectId).orElse("");
        return Statement.run(UNDO, Map.of("actor", activity.actor(), "object", blocked))
                .replaceWithVoid();
    }
}
