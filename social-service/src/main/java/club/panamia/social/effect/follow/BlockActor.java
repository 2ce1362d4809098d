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
            WITH both_of_them AS (
              SELECT them.id AS them, a.id AS one FROM social_actors them, social_actors a
               WHERE them.uri = :actor AND them.fetched_at IS NOT NULL AND a.uri = :object AND a.profile_id IS NOT NULL
            ), ended AS (
              DELETE FROM social_follows f USING both_of_them b
               WHERE (f.actor_id, f.target_actor_id) IN ((b.them, b.one), (b.one, b.them))
            )
            INSERT INTO internal.actor_block (actor_id, target_actor_id) SELECT them, one FROM both_of_them
            ON CONFLICT (actor_id, target_actor_id) DO NOTHING
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Block") && activity.objectId().isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.run(
                        BLOCK,
                        Map.of(
                                "actor",
                                activity.actor(),
                                "object",
                                activity.objectId().orElseThrow()))
                .replaceWithVoid();
    }
}
