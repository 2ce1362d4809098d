package club.panamia.social.effect;

import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Something is taken back of which only the id is said: it may be a follow, or a like or boost of a post or an article. */
@ApplicationScoped
class UndoById implements InboxHandler {

    private static final String UNDO = """
            WITH them AS (
              SELECT id FROM social_actors WHERE uri = :actor
            ), follows AS (
              DELETE FROM social_follows f USING them WHERE f.uri = :object AND f.actor_id = them.id
            ), likes AS (
              DELETE FROM social_likes l USING them WHERE l.uri = :object AND l.actor_id = them.id
            ), of_articles AS (
              DELETE FROM internal.article_reaction x USING them WHERE x.uri = :object AND x.actor_id = them.id
            )
            DELETE FROM internal.boost b USING them WHERE b.uri = :object AND b.actor_id = them.id
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Undo")
                && activity.object().isEmpty()
                && activity.objectId().isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.run(
                        UNDO,
                        Map.of(
                                "actor",
                                activity.actor(),
                                "object",
                                activity.objectId().orElseThrow()))
                .replaceWithVoid();
    }
}
