package club.panamia.social.effect.post;

import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/**
 * Somebody elsewhere has it said otherwise, shows something else with it or names others; the words of before are kept. What is older does not
 * replace what is newer. Of what is not here yet it is as if it were said now: it may be for somebody here since this change.
 */
@ApplicationScoped
class UpdateNote implements InboxHandler {

    private static final String SAY = """
            WITH said AS (
              SELECT * FROM jsonb_to_record(CAST(CAST(:note AS text) AS jsonb)) AS v (
                uri text, actor text, content text, warning text, edited timestamptz, shown jsonb)
            ), was AS (
              SELECT s.id, s.content, s.content_warning, coalesce(s.edited_at, s.published) AS said_at
                FROM said JOIN social_statuses s ON s.uri = said.uri
                JOIN social_actors them ON them.id = s.actor_id AND them.uri = said.actor AND them.fetched_at IS NOT NULL
               WHERE coalesce(s.edited_at, s.published) < said.edited
                 AND ((s.content, s.content_warning) IS DISTINCT FROM (said.content, said.warning) OR %s)
            ), kept AS (
              INSERT INTO internal.status_revision (status_id, content, content_warning, said_at)
              SELECT id, coalesce(content, ''), content_warning, said_at FROM was
            )
            UPDATE social_statuses s SET content = said.content, content_warning = said.warning, edited_at = said.edited
              FROM said, was WHERE s.id = was.id
            """.formatted(Shown.isOther("s.id", "them.domain", "said.shown"));

    private static final String SHOW_NO_MORE = """
            DELETE FROM social_attachments m USING social_statuses s WHERE s.uri = :uri AND m.status_id = s.id
            """;

    private static final String SHOW = Shown.keep(
                    "s.id",
                    "a.domain",
                    "social_statuses s JOIN social_actors a ON a.id = s.actor_id",
                    "CAST(CAST(:shown AS text) AS jsonb)")
            + " AND s.uri = :uri";

    private final CreateNote createNote;
    private final Clock clock;

    UpdateNote(CreateNote createNote, Clock clock) {
        this.createNote = createNote;
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
                .put("edited", edited == null ? now.toString() : edited)
                .put("shown", Shown.in(note.thing()));
        return Statement.run(SAY, Map.of("note", said.encode()))
                .chain(changed ->
                        changed == 0 ? createNote.receive(activity) : show(note).chain(() -> NamedNow.in(note)));
    }

    private static Uni<Void> show(Note note) {
        return Statement.run(SHOW_NO_MORE, Map.of("uri", note.uri()))
                .chain(() -> Statement.run(
                        SHOW,
                        Map.of(
                                "uri",
                                note.uri(),
                                "shown",
                                Shown.in(note.thing()).encode())))
                .replaceWithVoid();
    }
}
