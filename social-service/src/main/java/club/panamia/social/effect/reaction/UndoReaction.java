package club.panamia.social.effect.reaction;

import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/** Somebody elsewhere likes or boosts a post no longer. */
abstract class UndoReaction implements InboxHandler {

    private static final String UNDO = """
            DELETE FROM %s r USING social_actors them, social_statuses s
             WHERE them.uri = :actor AND r.actor_id = them.id AND s.id = r.status_id AND (r.uri = :reaction OR s.uri = :object)
            """;

    private final Set<String> types;
    private final String statement;

    UndoReaction(Set<String> types, String table) {
        this.types = types;
        this.statement = UNDO.formatted(table);
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Undo")
                && activity.inner()
                        .filter(inner -> types.contains(inner.type()))
                        .isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var reaction = activity.inner().orElseThrow();
        return Statement.run(
                        statement,
                        Map.of(
                                "actor", activity.actor(),
                                "reaction", reaction.id(),
                                "object", reaction.objectId().orElse("")))
                .replaceWithVoid();
    }
}
