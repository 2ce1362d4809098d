package club.panamia.social.effect.post;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import club.panamia.social.wire.Host;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Somebody elsewhere takes back what they said. Also what is not known: it may still come, and is then not taken. */
@ApplicationScoped
class DeleteNote implements InboxHandler {

    private static final String HOLD = """
            SELECT answered.id, answered.uri FROM social_statuses answered
             WHERE answered.id = (SELECT in_reply_to_id FROM social_statuses WHERE uri = :object)
               FOR NO KEY UPDATE
            """;

    private static final String DELETE = """
            WITH them AS (
              SELECT id FROM social_actors WHERE uri = :actor
            ), gone AS (
              DELETE FROM social_statuses s USING them WHERE s.uri = :object AND s.actor_id = them.id
            )
            INSERT INTO internal.tombstone (uri, former_type, told)
            SELECT CAST(:object AS text), 'Note', false
             WHERE NOT EXISTS (SELECT FROM social_statuses s WHERE s.uri = :object AND s.actor_id NOT IN (SELECT id FROM them))
            ON CONFLICT (uri) DO NOTHING
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Delete") && activity.objectId().isPresent() && !activity.isFarewell();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var object = activity.objectId().orElseThrow();
        if (!Host.isSame(object, activity.actor())) {
            throw CommonProblem.FORBIDDEN.because("It is not of this server.");
        }
        return Statement.all(HOLD, Map.of("object", object))
                .chain(() -> Statement.run(DELETE, Map.of("object", object, "actor", activity.actor())))
                .replaceWithVoid();
    }
}
