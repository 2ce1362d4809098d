package club.panamia.social.outgoing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Reports about people and posts of other servers, for their moderators. This server says it and not who reported; each once. In
 * the caller's transaction.
 */
@Singleton
public class TellOfReports {

    private static final String FLAGGED = Queue.toEach(
            """
            SELECT me.uri || '#flags/' || r.id AS uri, me.id AS actor_id, me.uri AS actor_uri, 'whole' AS kind, NULL AS status_id,
                   jsonb_build_object(%s, 'id', me.uri || '#flags/' || r.id, 'type', 'Flag', 'actor', me.uri, 'published', %s, %s,
                                      'content', coalesce(r.note, ''),
                                      'object', CASE WHEN s.id IS NULL THEN jsonb_build_array(them.uri)
                                                     ELSE jsonb_build_array(them.uri, s.uri) END) AS body
              FROM internal.social_report r JOIN social_actors them ON them.id = r.actor_id AND them.profile_id IS NULL
              LEFT JOIN social_statuses s ON s.id = r.status_id
              JOIN social_actors me ON me.id = 'instance'
             WHERE r.id = :report
            """.formatted(Stamp.CONTEXT, Stamp.NOW, Stamp.to("them.uri")),
            "SELECT r.actor_id AS id FROM internal.social_report r WHERE r.id = :report");

    private final Queue queue;

    TellOfReports(Queue queue) {
        this.queue = queue;
    }

    public Uni<Void> filed(String reportId) {
        return queue.say(FLAGGED, Map.of("report", reportId));
    }
}
