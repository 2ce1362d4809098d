package club.panamia.social.outgoing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** Actors of this server as others hear of their changes; they go out as they are when they are sent. In the caller's transaction. */
@Singleton
public class TellOfActors {

    private static final String CHANGED = Queue.toAll(
            """
            SELECT a.uri || '#updates/' || a.version AS uri, a.id AS actor_id, a.uri AS actor_uri, 'actor' AS kind,
                   NULL AS status_id, NULL AS body
              FROM social_actors a WHERE a.id = :actor AND a.profile_id IS NOT NULL
            """,
            "SELECT f.actor_id AS id FROM social_follows f WHERE f.target_actor_id = :actor AND f.status = 'accepted'");

    private final Queue queue;

    TellOfActors(Queue queue) {
        this.queue = queue;
    }

    public Uni<Void> changed(String actorId) {
        return queue.say(CHANGED, Map.of("actor", actorId));
    }
}
