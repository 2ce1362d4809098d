package club.panamia.social.outgoing;

import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.rule.ServerRules;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * One statement that says something to an audience, in the caller's transaction. The same activity is said once, and to the same
 * inbox once; to nobody, and to servers that have not answered on seven days, it is not said.
 */
@Singleton
class Queue {

    /** {@code said} is the activity, {@code audience} the ids of actors, of whom those of other servers count. */
    private static final String SAY = """
            WITH said AS (%s), audience AS (%s), inboxes AS (
              SELECT DISTINCT %s AS url FROM audience
                JOIN social_actors t ON t.id = audience.id AND t.profile_id IS NULL AND t.fetched_at IS NOT NULL
                                         AND t.standing <> 'suspended'
               WHERE %s
              %s
            ), activity AS (
              INSERT INTO internal.outgoing_activity (uri, actor_id, actor_uri, kind, status_id, body)
              SELECT uri, actor_id, actor_uri, kind, status_id, CAST(body AS text) FROM said WHERE EXISTS (SELECT FROM inboxes)
              ON CONFLICT (uri) DO NOTHING
              RETURNING id, actor_id
            )
            INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url)
            SELECT activity.id, activity.actor_id, split_part(inboxes.url, '/', 3), inboxes.url FROM activity, inboxes
            """;

    private static final String HAS_ANSWERED = """
            NOT EXISTS (SELECT FROM internal.peer p WHERE p.host = split_part(%s, '/', 3) AND p.failed_days >= 7)""";

    /** Servers that had what was said {@code since} by whoever said it, also those where nobody hears them any more. */
    private static final String FORMER = """
            UNION
            SELECT h.inbox_url FROM said JOIN internal.former_audience h ON h.actor_id = said.actor_id AND h.left_at >= said.since
             WHERE coalesce(%s, 'good') <> 'suspended' AND %s
            """.formatted(
            ServerRules.STANDING.formatted("split_part(h.inbox_url, '/', 3)"), HAS_ANSWERED.formatted("h.inbox_url"));

    private static final String SHARED = "coalesce(t.shared_inbox_url, t.inbox_url)";

    /** What one server needs to hear once. */
    static String toAll(String said, String audience) {
        return say(said, audience, SHARED, "");
    }

    /** The same, also to servers that had it once: {@code said} tells since when it was there, or NULL where it was for few. */
    static String toAllWhoHadIt(String said, String audience) {
        return say(said, audience, SHARED, FORMER);
    }

    /** What is between two actors. */
    static String toEach(String said, String audience) {
        return say(said, audience, "t.inbox_url", "");
    }

    private static String say(String said, String audience, String inbox, String others) {
        return SAY.formatted(said, audience, inbox, HAS_ANSWERED.formatted(inbox), others);
    }

    Uni<Void> say(String statement, Map<String, String> parameters) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(statement))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.executeUpdate())
                .replaceWithVoid();
    }
}
