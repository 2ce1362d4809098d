package club.panamia.social.outgoing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Likes and boosts as others hear of them: a like its author alone, a boost its booster's followers, too, and never of what is for
 * this house. In the caller's transaction, and while the row is there.
 */
@Singleton
public class TellOfReactions {

    private static final String TO_AUTHOR = Stamp.to("author.uri");
    private static final String TO_EVERYBODY = Stamp.toEverybody("jsonb_build_array(me.followers_url, author.uri)");

    private static final String SAID = """
            SELECT %2$s AS uri, me.id AS actor_id, me.uri AS actor_uri, 'whole' AS kind, NULL AS status_id, %3$s AS body
              FROM %1$s r JOIN social_actors me ON me.id = r.actor_id AND me.profile_id IS NOT NULL
              JOIN profiles mine ON mine.id = me.profile_id AND mine.user_id = :person
              JOIN social_statuses s ON s.id = r.status_id AND s.visibility <> 'local'
              JOIN social_actors author ON author.id = s.actor_id
             WHERE r.status_id = :status
            """;

    private static final String AUTHOR = "SELECT s.actor_id AS id FROM social_statuses s WHERE s.id = :status";

    private static final String FOLLOWERS_TOO = AUTHOR + """
             UNION SELECT f.actor_id FROM social_follows f JOIN said ON said.actor_id = f.target_actor_id WHERE f.status = 'accepted'
            """;

    private static final String LIKED = Queue.toAll(begun("social_likes", "Like", TO_AUTHOR), AUTHOR);
    private static final String UNLIKED = Queue.toAll(undone("social_likes", "Like", TO_AUTHOR), AUTHOR);
    private static final String BOOSTED = Queue.toAll(begun("internal.boost", "Announce", TO_EVERYBODY), FOLLOWERS_TOO);
    private static final String UNBOOSTED =
            Queue.toAll(undone("internal.boost", "Announce", TO_EVERYBODY), FOLLOWERS_TOO);

    private final Queue queue;

    TellOfReactions(Queue queue) {
        this.queue = queue;
    }

    private static String begun(String table, String type, String addressed) {
        return SAID.formatted(
                table, "r.uri", "jsonb_build_object(%s) || %s".formatted(Stamp.CONTEXT, reaction(type, addressed)));
    }

    private static String undone(String table, String type, String addressed) {
        var undo =
                "jsonb_build_object(%s, 'id', r.uri || '#undo', 'type', 'Undo', 'actor', me.uri, 'published', %s, %s, 'object', %s)"
                        .formatted(Stamp.CONTEXT, Stamp.NOW, addressed, reaction(type, addressed));
        return SAID.formatted(table, "r.uri || '#undo'", undo);
    }

    private static String reaction(String type, String addressed) {
        return "jsonb_build_object('id', r.uri, 'type', '%s', 'actor', me.uri, 'object', s.uri, %s, %s)"
                .formatted(type, Stamp.said("r.created_at"), addressed);
    }

    public Uni<Void> begun(boolean boost, String userId, String statusId) {
        return say(boost ? BOOSTED : LIKED, userId, statusId);
    }

    public Uni<Void> ends(boolean boost, String userId, String statusId) {
        return say(boost ? UNBOOSTED : UNLIKED, userId, statusId);
    }

    private Uni<Void> say(String statement, String userId, String statusId) {
        return queue.say(statement, Map.of("person", userId, "status", statusId));
    }
}
