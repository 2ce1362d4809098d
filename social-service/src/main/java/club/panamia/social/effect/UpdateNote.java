package club.panamia.social.effect;

import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Somebody elsewhere has it said otherwise; what it was before is kept. An older wording does not replace a newer one. */
@ApplicationScoped
class UpdateNote implements InboxHandler {

    private static final String SAY = """
            WITH said AS (
              SELECT * FROM jsonb_to_record(CAST(CAST(:note AS text) AS jsonb)) AS v (
                uri text, actor text, content text, warning text, edited timestamptz)
            ), was AS (
              SELECT s.id, s.content, s.content_warning, coalesce(s.edited_at, s.published) AS said_at
                FROM said JOIN social_statuses s ON s.uri = said.uri
                JOIN social_actors them ON them.id = s.actor_id AND them.uri = said.actor AND them.fetched_at IS NOT NULL
               WHERE (s.content, s.content_warning) IS DISTINCT FROM (said.content, said.warning)
                 AND coalesce(s.edited_at, s.published) < said.edited
            ), kept AS (
              INSERT INTO internal.status_revision (status_id, content, content_warning, said_at)
              SELECT id, coalesce(content, ''), content_warning, said_at FROM was
            )
            UPDATE social_statuses s SET content = said.content, content_warning = said.warning, edited_at = said.edited
              FROM said, was WHERE s.id = was.id
            """;

    private final Clock clock;

    UpdateNote(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Update") && Note.TYPES.contains(activity.objectType());
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var note = Note.of(activity);
        var now = clock.instant();
        var edited = note.edited(now);
        var said = new JsonObject()
                .put("uri", note.uri())
                .put("actor", note.actor())
                .put("content", note.content())
                .put("warning", note.warning())
                .put("edited", edited == null ? now.toString() : edited);
        return Statement.run(SAY, Map.of("note", said.encode())).replaceWithVoid();
    }
}
