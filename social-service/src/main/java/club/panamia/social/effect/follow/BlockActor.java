package club.panamia.social.effect.follow;

import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Somebody elsewhere wants nothing of somebody here: neither follows the other any more, and they do not hear of each other. */
@ApplicationScoped
class BlockActor implements InboxHandler {

    private static final String BLOCK = """
            INSERT INTO internal.actor_block (actor_id, target_actor_id)
            SELECT them.id, a.id FROM social_actors them, social_actors a
             WHERE them.uri = :actor AND them.fetched_at IS NOT NULL AND a.uri = :object AND a.profile_id IS NOT NULL
            ON CONFLICT (actor_id, target_actor_id) DO NOTHING
            """;

    /** A statement after the block: it sees what was about to begin. */
    private static final String PART = """
            DELETE FROM social_follows f USING internal.actor_block b, social_actors them, social_actors a
             WHERE them.uri = :actor AND a.uri = :object AND b.actor_id = them.id AND b.target_actor_id = a.id
               AND (f.actor_id, f.target_actor_id) IN ((them.id, a.id), (a.id, them.id))
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Block") && activity.objectId().isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var both =
                Map.of("actor", activity.actor(), "object", activity.objectId().orElseThrow());
        return Statement.run(BLOCK, both).chain(() -> Statement.run(PART, both)).replaceWithVoid();
    }
}
