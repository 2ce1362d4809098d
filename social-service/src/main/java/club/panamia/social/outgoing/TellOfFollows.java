package club.panamia.social.outgoing;

import club.panamia.kernel.id.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** Follows between two servers, each told to the other side alone. In the caller's transaction, and while the follow is there. */
@Singleton
public class TellOfFollows {

    private static final String FOLLOW =
            "jsonb_build_object('id', f.uri, 'type', 'Follow', 'actor', follower.uri, 'object', followed.uri)";

    private static final String WISH = "jsonb_build_object(%s, %s, %s) || %s"
            .formatted(Stamp.CONTEXT, Stamp.to("followed.uri"), Stamp.said("f.created_at"), FOLLOW);

    /** Whoever is of this server speaks. */
    private static final String SAID = """
            SELECT %2$s AS uri, %1$s.id AS actor_id, %1$s.uri AS actor_uri, 'whole' AS kind, NULL AS status_id, %3$s AS body
              FROM social_follows f JOIN social_actors follower ON follower.id = f.actor_id
              JOIN social_actors followed ON followed.id = f.target_actor_id
             WHERE f.id = :follow AND %1$s.profile_id IS NOT NULL
            """;

    private static final String FOLLOWED = "SELECT f.target_actor_id AS id FROM social_follows f WHERE f.id = :follow";
    private static final String FOLLOWER = "SELECT f.actor_id AS id FROM social_follows f WHERE f.id = :follow";

    private static final String ASKED = Queue.toEach(SAID.formatted("follower", "f.uri", WISH), FOLLOWED);

    private static final String UNDONE = Queue.toEach(
            SAID.formatted("follower", "f.uri || '#undo'", about("'Undo'", "f.uri || '#undo'", "follower", "followed")),
            FOLLOWED);

    /** Each answer has an id of its own, for the same question may be asked and answered again. */
    private static final String ANSWERED = Queue.toEach(
            SAID.formatted(
                    "followed",
                    "followed.uri || '#answers/' || :id",
                    about("CAST(:answer AS text)", "followed.uri || '#answers/' || :id", "followed", "follower")),
            FOLLOWER);

    private final Queue queue;

    TellOfFollows(Queue queue) {
        this.queue = queue;
    }

    private static String about(String type, String id, String speaker, String listener) {
        return "jsonb_build_object(%s, 'id', %s, 'type', %s, 'actor', %s.uri, 'published', %s, %s, 'object', %s)"
                .formatted(Stamp.CONTEXT, id, type, speaker, Stamp.NOW, Stamp.to(listener + ".uri"), FOLLOW);
    }

    public Uni<Void> asked(String followId) {
        return queue.say(ASKED, Map.of("follow", followId));
    }

    public Uni<Void> undone(String followId) {
        return queue.say(UNDONE, Map.of("follow", followId));
    }

    public Uni<Void> accepted(String followId) {
        return answered(followId, "Accept");
    }

    /** Also of who follows already: they do so no longer. */
    public Uni<Void> rejected(String followId) {
        return answered(followId, "Reject");
    }

    private Uni<Void> answered(String followId, String answer) {
        return queue.say(ANSWERED, Map.of("follow", followId, "answer", answer, "id", Ids.next()));
    }
}
