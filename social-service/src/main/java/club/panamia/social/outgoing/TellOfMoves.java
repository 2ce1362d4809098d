package club.panamia.social.outgoing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** People who go on under another id: of this server, to those who follow them; of another one, for those here who do. */
@Singleton
public class TellOfMoves {

    private static final String FOLLOW =
            "jsonb_build_object('id', f.uri, 'type', 'Follow', 'actor', me.uri, 'object', them.uri)";

    private static final String WISH = "jsonb_build_object(%s, %s, %s) || %s"
            .formatted(Stamp.CONTEXT, Stamp.to("them.uri"), Stamp.said("f.created_at"), FOLLOW);

    private static final String UNDO =
            "jsonb_build_object(%s, %s, 'published', %s, 'id', f.uri || '#undo', 'type', 'Undo', 'actor', me.uri, 'object', %s)"
                    .formatted(Stamp.CONTEXT, Stamp.to("them.uri"), Stamp.NOW, FOLLOW);

    private static final String OURS = """
            SELECT %s AS uri, me.id AS actor_id, me.uri AS actor_uri, 'whole' AS kind, NULL AS status_id, %s AS body
              FROM social_follows f JOIN social_actors me ON me.id = f.actor_id AND me.profile_id IS NOT NULL
              JOIN social_actors them ON them.id = f.target_actor_id AND them.profile_id IS NULL
             WHERE %s
            """;

    /** Each of many follows, to the one inbox. */
    private static final String ASKED =
            Queue.toEach(OURS.formatted("f.uri", WISH, """
                    f.target_actor_id = :next AND f.status = 'pending'
                    AND EXISTS (SELECT FROM social_follows o WHERE o.actor_id = me.id AND o.target_actor_id = :former)
                    """), "SELECT CAST(:next AS text) AS id");

    private static final String PARTED = Queue.toEach(
            OURS.formatted("f.uri || '#undo'", UNDO, "f.target_actor_id = :former AND f.uri IS NOT NULL"),
            "SELECT CAST(:former AS text) AS id");

    private static final String MOVED = Queue.toAll(
            """
            SELECT me.uri || '#moves/' || me.version AS uri, me.id AS actor_id, me.uri AS actor_uri, 'whole' AS kind,
                   NULL AS status_id,
                   jsonb_build_object(%s, 'id', me.uri || '#moves/' || me.version, 'type', 'Move', 'actor', me.uri,
                                      'object', me.uri, 'target', me.moved_to, 'published', %s, %s) AS body
              FROM social_actors me WHERE me.id = :actor AND me.profile_id IS NOT NULL AND me.moved_to IS NOT NULL
            """.formatted(Stamp.CONTEXT, Stamp.NOW, Stamp.to("me.followers_url")),
            "SELECT f.actor_id AS id FROM social_follows f WHERE f.target_actor_id = :actor AND f.status = 'accepted'");

    private final Queue queue;

    TellOfMoves(Queue queue) {
        this.queue = queue;
    }

    /** After those here who follow the former one follow the next one, and before they part from the former. */
    public Uni<Void> followedOn(String former, String next) {
        return queue.say(ASKED, Map.of("former", former, "next", next))
                .chain(() -> queue.say(PARTED, Map.of("former", former)));
    }

    /** Somebody of this server, to whoever follows them. */
    public Uni<Void> moved(String actorId) {
        return queue.say(MOVED, Map.of("actor", actorId));
    }
}
