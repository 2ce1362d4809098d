package club.panamia.social.effect.person;

import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Somebody elsewhere is gone, and with them all that they said and did here. */
@ApplicationScoped
class DeleteActor implements InboxHandler {

    private static final String DELETE = """
            WITH gone AS (
              DELETE FROM social_actors a WHERE a.uri = :actor AND a.profile_id IS NULL AND a.fetched_at IS NOT NULL
              RETURNING a.type
            )
            INSERT INTO internal.tombstone (uri, former_type, told) SELECT CAST(:actor AS text), type, false FROM gone
            ON CONFLICT (uri) DO NOTHING
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.isFarewell();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.run(DELETE, Map.of("actor", activity.actor())).replaceWithVoid();
    }
}
