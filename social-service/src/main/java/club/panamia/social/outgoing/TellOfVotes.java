package club.panamia.social.outgoing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What somebody here chooses in a poll of another server, told to whoever asks alone: a note for each answer, of its name and
 * nothing else. In the caller's transaction, and while the vote is there.
 */
@Singleton
public class TellOfVotes {

    private static final String GIVEN = Queue.toEach(
            """
            SELECT vote.id || '/activity' AS uri, me.id AS actor_id, me.uri AS actor_uri, 'whole' AS kind, NULL AS status_id,
                   jsonb_build_object(%1$s, 'id', vote.id || '/activity', 'type', 'Create', 'actor', me.uri, 'published', vote.at, %2$s,
                                      'object', jsonb_build_object('id', vote.id, 'type', 'Note', 'attributedTo', me.uri, 'name', vote.name,
                                                                   'inReplyTo', s.uri, 'published', vote.at,
                                                                   'to', jsonb_build_array(author.uri))) AS body
              FROM internal.ballot b JOIN internal.poll q ON q.status_id = b.status_id AND q.is_remote
              JOIN social_statuses s ON s.id = b.status_id JOIN social_actors author ON author.id = s.actor_id
              JOIN social_actors me ON me.id = b.actor_id AND me.profile_id IS NOT NULL
              CROSS JOIN LATERAL (
                SELECT me.uri || '#votes/' || b.id || '/' || c.place AS id, q.options[c.place + 1] AS name, %3$s AS at
                  FROM unnest(b.choices) AS c (place)) AS vote
             WHERE b.status_id = :status AND b.actor_id = :voter
            """.formatted(Stamp.CONTEXT, Stamp.to("author.uri"), Stamp.at("b.created_at")),
            "SELECT s.actor_id AS id FROM social_statuses s WHERE s.id = :status");

    private final Queue queue;

    TellOfVotes(Queue queue) {
        this.queue = queue;
    }

    public Uni<Void> given(String statusId, String voterId) {
        return queue.say(GIVEN, Map.of("status", statusId, "voter", voterId));
    }
}
