package club.panamia.social.effect.post;

import club.panamia.social.audience.Audience;
import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/**
 * Somebody elsewhere chooses an answer in a poll of this server: a note of a name and nothing else, which is no post. Each is
 * counted once per person, one alone unless the poll allows several, and none when it is over.
 */
@ApplicationScoped
@Priority(1)
class CreateVote implements InboxHandler {

    /** Who votes at the same moment waits for the poll, and then finds what is there by then. */
    private static final String GIVE = """
            WITH asked AS (
              SELECT s.id, them.id AS voter, q.multiple, array_position(q.options, CAST(:name AS text)) - 1 AS place,
                     q.ends_at > clock_timestamp() AS lasts
                FROM social_statuses s JOIN internal.poll q ON q.status_id = s.id AND NOT q.is_remote, social_actors them
               WHERE s.uri = :question AND them.uri = :actor AND them.fetched_at IS NOT NULL AND %s
                 FOR NO KEY UPDATE OF q
            )
            INSERT INTO internal.ballot AS b (status_id, actor_id, choices)
            SELECT id, voter, ARRAY[place] FROM asked WHERE lasts AND place IS NOT NULL
            ON CONFLICT (status_id, actor_id) DO UPDATE
               SET choices = ARRAY(SELECT c FROM unnest(b.choices || excluded.choices) AS c ORDER BY c)
             WHERE (SELECT multiple FROM asked) AND NOT b.choices @> excluded.choices
            """.formatted(Audience.THEY_MAY_SEE);

    /** Whether a thing is such a note. */
    static boolean isOne(JsonObject thing) {
        return Ld.type(thing).equals("Note")
                && Ld.text(thing, "name") != null
                && Ld.ref(thing, "inReplyTo") != null
                && Objects.requireNonNullElse(Ld.text(thing, "content"), "").isBlank();
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Create")
                && activity.object().filter(CreateVote::isOne).isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var vote = Note.of(activity);
        return Statement.run(
                        GIVE,
                        Map.of(
                                "actor", vote.actor(),
                                "question", String.valueOf(Ld.ref(vote.thing(), "inReplyTo")),
                                "name", String.valueOf(Ld.text(vote.thing(), "name"))))
                .replaceWithVoid();
    }
}
