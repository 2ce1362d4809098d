package club.panamia.social.outgoing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Whatever somebody of ours follows on a server ends, and whoever follows them from there; each is told to the other side alone, as
 * {@link TellOfFollows} would. Many at once, so that a server of thousands takes one statement. In the caller's transaction.
 */
@Singleton
public class PartFromServer {

    private static final String THEIRS =
            "t.profile_id IS NULL AND t.fetched_at IS NOT NULL AND lower(t.domain) = :domain";

    /** Who has ended a follow first has told of it. */
    private static final String PART = """
            WITH me AS (
              SELECT a.id, a.uri FROM social_actors a WHERE a.id = :actor
            ), there AS (
              SELECT f.id FROM social_follows f JOIN social_actors t ON t.id = f.target_actor_id WHERE f.actor_id = :actor AND %1$s
              UNION ALL
              SELECT f.id FROM social_follows f JOIN social_actors t ON t.id = f.actor_id WHERE f.target_actor_id = :actor AND %1$s
            ), ended AS (
              DELETE FROM social_follows f USING there WHERE f.id = there.id
              RETURNING f.uri, f.status, f.actor_id, f.target_actor_id
            ), said AS MATERIALIZED (
              SELECT CASE WHEN e.actor_id = me.id THEN e.uri || '#undo' ELSE me.uri || '#answers/' || pana_id() END AS uri,
                     jsonb_build_object('@context', 'https://www.w3.org/ns/activitystreams', 'actor', me.uri,
                       'type', CASE WHEN e.actor_id = me.id THEN 'Undo' ELSE 'Reject' END,
                       'object', jsonb_build_object('id', e.uri, 'type', 'Follow',
                         'actor', CASE WHEN e.actor_id = me.id THEN me.uri ELSE t.uri END,
                         'object', CASE WHEN e.actor_id = me.id THEN t.uri ELSE me.uri END)) AS body,
                     t.inbox_url
                FROM ended e CROSS JOIN me
                JOIN social_actors t ON t.id = CASE WHEN e.actor_id = me.id THEN e.target_actor_id ELSE e.actor_id END
               WHERE e.status <> 'rejected' AND t.standing <> 'suspended'
                 AND NOT EXISTS (SELECT FROM internal.peer p WHERE p.host = split_part(t.inbox_url, '/', 3) AND p.failed_days >= 7)
            ), activity AS (
              INSERT INTO internal.outgoing_activity (uri, actor_id, actor_uri, kind, body)
              SELECT said.uri, me.id, me.uri, 'whole', CAST(said.body || jsonb_build_object('id', said.uri) AS text) FROM said, me
              ON CONFLICT (uri) DO NOTHING
              RETURNING id, actor_id, uri
            )
            INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url)
            SELECT activity.id, activity.actor_id, split_part(said.inbox_url, '/', 3), said.inbox_url
              FROM activity JOIN said ON said.uri = activity.uri
            """.formatted(THEIRS);

    private final Queue queue;

    PartFromServer(Queue queue) {
        this.queue = queue;
    }

    /** @param domain in small letters, as it stands in handles */
    public Uni<Void> of(String actorId, String domain) {
        return queue.say(PART, Map.of("actor", actorId, "domain", domain));
    }
}
