package club.panamia.social.effect.post;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.social.audience.Audience;
import club.panamia.social.audience.Writers;
import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody elsewhere says something. It is kept where it concerns somebody here: it answers what its author may see here, a post or
 * an article, it is addressed to somebody here, or somebody here follows its author. Who keeps its server away is
 * not spoken to. What was deleted before stays deleted.
 */
@ApplicationScoped
class CreateNote implements InboxHandler {

    static final String FOLLOWERS =
            "SELECT a.followers_url, a.id FROM social_actors a WHERE a.uri = :actor AND a.fetched_at IS NOT NULL";

    /** Also where nobody here is concerned, if it is {@code wanted}. What answers it and was there before has its place now. */
    static final String KEEP = """
            WITH said AS (
              SELECT * FROM jsonb_to_record(CAST(CAST(:note AS text) AS jsonb)) AS v (
                id text, uri text, actor text, type text, visibility text, content text, warning text, language text, url text,
                parent text, published timestamptz, edited timestamptz, addressed_to jsonb, addressed_cc jsonb, tags jsonb,
                attachments jsonb, poll jsonb, wanted boolean, depth int)
            ), them AS (
              SELECT a.id, a.domain FROM social_actors a JOIN said ON said.actor = a.uri
            ), addressed AS (
              SELECT x.uri, x.field, a.id AS actor_id, a.profile_id
                FROM said, them, LATERAL (SELECT jsonb_array_elements_text(said.addressed_to) AS uri, 'to' AS field
                                    UNION SELECT jsonb_array_elements_text(said.addressed_cc), 'cc') AS x
                JOIN social_actors a ON a.uri = x.uri
               WHERE NOT %s
            ), parent AS (
              SELECT s.id, s.uri, EXISTS (SELECT FROM social_actors o WHERE o.id = s.actor_id AND o.profile_id IS NOT NULL) AS ours
                FROM said, them, social_statuses s WHERE s.uri = said.parent AND %s
            ), article AS (
              SELECT f.article_id,
                     EXISTS (SELECT FROM internal.actor_block b
                              WHERE (b.actor_id, b.target_actor_id) IN ((f.actor_id, them.id), (them.id, f.actor_id)))
                     OR %s AS closed
                FROM said, them, internal.federated_article f WHERE f.uri = said.parent AND f.withdrawn_at IS NULL
            ), kept AS (
              INSERT INTO social_statuses (id, uri, actor_id, type, visibility, content, content_warning, language, url,
                                           in_reply_to_uri, in_reply_to_id, recipient_to, recipient_cc, published, edited_at,
                                           is_remote, expires_at)
              SELECT said.id, said.uri, them.id, said.type, CAST(said.visibility AS social_visibility), said.content, said.warning,
                     said.language, said.url, said.parent, (SELECT id FROM parent), said.addressed_to, said.addressed_cc,
                     said.published, said.edited, true, CASE WHEN said.visibility = 'direct' THEN now() + interval '7 days' END
                FROM said, them
               WHERE NOT EXISTS (SELECT FROM internal.tombstone t WHERE t.uri = said.uri)
                 AND NOT EXISTS (SELECT FROM article WHERE closed)
                 AND (said.wanted OR EXISTS (SELECT FROM parent WHERE ours) OR EXISTS (SELECT FROM article)
                      OR EXISTS (SELECT FROM addressed WHERE profile_id IS NOT NULL) OR (said.visibility <> 'direct'
                          AND EXISTS (SELECT FROM social_follows f JOIN social_actors a ON a.id = f.actor_id
                                       WHERE f.target_actor_id = them.id AND f.status = 'accepted' AND a.profile_id IS NOT NULL)))
              ON CONFLICT (uri) DO NOTHING
              RETURNING id, published
            ), heard AS (
              INSERT INTO social_recipients (status_id, uri, actor_id, field, published)
              SELECT kept.id, addressed.uri, addressed.actor_id, addressed.field, kept.published FROM kept, addressed
              ON CONFLICT (status_id, uri, field) DO NOTHING
            ), answers AS (
              UPDATE social_statuses c SET in_reply_to_id = kept.id
                FROM kept, said
               WHERE c.in_reply_to_uri = said.uri AND c.in_reply_to_id IS NULL AND said.visibility IN ('public', 'quiet')
            ), asked_for AS (
              INSERT INTO internal.wanted_post (uri, kind, depth)
              SELECT said.parent, 'post', coalesce(said.depth, 0) + 1 FROM kept, said
               WHERE said.parent ~ '^https?://' AND length(said.parent) <= 2000 AND coalesce(said.depth, 0) < 10
                 AND NOT EXISTS (SELECT FROM social_statuses s WHERE s.uri = said.parent)
                 AND NOT EXISTS (SELECT FROM internal.federated_article f WHERE f.uri = said.parent)
              ON CONFLICT (uri, kind) DO NOTHING
            ), shown AS (
              %s
            ), asks AS (
              %s
            ), tagged AS (
              INSERT INTO social_tags (status_id, type, name, href, published)
              SELECT kept.id, t.type, t.name, t.href, kept.published
                FROM kept, said, them, jsonb_to_recordset(said.tags) AS t (type text, name text, href text)
               WHERE %s
            )
            SELECT kept.id AS status_id, them.id AS actor_id, said.visibility, (SELECT id FROM parent) AS parent_id,
                   (SELECT string_agg(DISTINCT actor_id, ' ') FROM addressed WHERE profile_id IS NOT NULL) AS heard_by,
                   (SELECT article_id FROM article) AS article_id,
                   (SELECT string_agg(w.user_id, ' ' ORDER BY w.place) FROM article JOIN articles r ON r.id = article.article_id, %s
                     WHERE said.visibility IN ('public', 'quiet')
                       AND NOT EXISTS (SELECT FROM addressed WHERE addressed.actor_id = w.actor_id)
                       AND NOT EXISTS (SELECT FROM internal.actor_mute m
                                        WHERE m.actor_id = w.actor_id AND m.target_actor_id = them.id)
                       AND NOT %s) AS authors
              FROM kept, them, said
            """.formatted(
                    Audience.keepsAway("a.id", "them.domain"),
                    Audience.THEY_MAY_SEE,
                    Audience.keepsAway("f.actor_id", "them.domain"),
                    Shown.keep("kept.id", "them.domain", "kept, said, them", "said.attachments"),
                    Asked.keep("kept.id", "kept, said", "said.poll"),
                    NamedNow.mayBeShown("them.domain"),
                    Writers.OF_ARTICLE,
                    Audience.keepsAway("w.actor_id", "them.domain"));

    private final EventLog events;
    private final Clock clock;

    CreateNote(EventLog events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Create") && Note.TYPES.contains(activity.objectType());
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var note = Note.of(activity);
        return Statement.first(FOLLOWERS, Map.of("actor", activity.actor()))
                .chain(author ->
                        author.isEmpty() ? Uni.createFrom().item(Optional.<Object[]>empty()) : keep(note, author.get()))
                .chain(kept -> kept.isEmpty() ? Uni.createFrom().voidItem() : tell(kept.get()));
    }

    private Uni<Optional<Object[]>> keep(Note note, Object[] author) {
        var kept = note.kept(Ids.next(), (String) author[0], clock.instant());
        return Statement.first(KEEP, Map.of("note", kept.encode()));
    }

    private Uni<Void> tell(Object[] row) {
        return events.record(
                        null,
                        new Arrived(
                                (String) row[0], (String) row[1], (String) row[2], (String) row[3], several(row[4])))
                .chain(() -> row[6] == null ? Uni.createFrom().voidItem() : tellAuthors(row));
    }

    /** Whoever stands behind the article that it answers, and is not named anyway. */
    private Uni<Void> tellAuthors(Object[] row) {
        return events.record(
                null, new ArticleAnswered((String) row[5], (String) row[0], (String) row[1], several(row[6])));
    }

    private static List<String> several(@Nullable Object joined) {
        return joined == null ? List.of() : List.of(joined.toString().split(" "));
    }
}
