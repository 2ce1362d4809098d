package club.panamia.social.effect.post;

import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/**
 * Somebody elsewhere tells what was answered to what they ask, or asks otherwise. With other answers to choose from, the votes of
 * here are void; what is over does not begin again.
 */
@ApplicationScoped
@Priority(1)
class UpdateQuestion implements InboxHandler {

    private static final String ASKED = "CAST(CAST(:asked AS text) AS jsonb)";

    private static final String THEIRS = """
            social_statuses s JOIN social_actors them ON them.id = s.actor_id AND them.uri = :actor AND them.fetched_at IS NOT NULL
            """.strip();

    private static final String BEGIN_ANEW = """
            DELETE FROM internal.poll p
             USING %s, jsonb_to_record(%s) AS q (multiple boolean, options text[])
             WHERE s.uri = :uri AND p.status_id = s.id AND p.is_remote AND p.closed_at IS NULL
               AND (p.multiple, p.options) IS DISTINCT FROM (q.multiple, q.options)
            """.formatted(THEIRS, ASKED);

    private static final String COUNT = Asked.keep("s.id", THEIRS, ASKED) + """
             AND s.uri = :uri AND s.type = 'Question'
            ON CONFLICT (status_id) DO UPDATE
               SET votes = excluded.votes, voters_count = excluded.voters_count, told_at = now(),
                   ends_at = CASE WHEN p.closed_at IS NULL THEN excluded.ends_at ELSE p.ends_at END
             WHERE p.is_remote AND (p.multiple, p.options) = (excluded.multiple, excluded.options)
            """;

    private final UpdateNote updateNote;
    private final Clock clock;

    UpdateQuestion(UpdateNote updateNote, Clock clock) {
        this.updateNote = updateNote;
        this.clock = clock;
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Update") && activity.objectType().equals("Question");
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var asked = Asked.in(activity.object().orElseThrow(), clock.instant());
        return updateNote
                .receive(activity)
                .chain(() -> asked == null ? Uni.createFrom().voidItem() : count(Note.of(activity), asked));
    }

    static Uni<Void> count(Note note, JsonObject asked) {
        var values = Map.of("uri", note.uri(), "actor", note.actor(), "asked", asked.encode());
        return Statement.run(BEGIN_ANEW, values)
                .chain(() -> Statement.run(COUNT, values))
                .replaceWithVoid();
    }
}
