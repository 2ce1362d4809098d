package club.panamia.social.effect.person;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import club.panamia.social.wire.ForeignHtml;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Another server reports people or posts of ours, in its own name or a person's. Moderators see it once, until they have settled
 * it. What that server has no reason to know of a post, it cannot bring before them.
 */
@ApplicationScoped
class FlagHere implements InboxHandler {

    private static final int MOST = 50;
    private static final int LONGEST_NOTE = 1000;

    private static final String FILE = """
            WITH named AS (
              SELECT DISTINCT uri FROM jsonb_array_elements_text(CAST(CAST(:objects AS text) AS jsonb)) AS n (uri)
            ), posts AS (
              SELECT s.id, s.actor_id, s.content FROM named JOIN social_statuses s ON s.uri = named.uri
                JOIN social_actors a ON a.id = s.actor_id AND a.profile_id IS NOT NULL
               WHERE NOT s.is_draft AND (s.visibility IN ('public', 'quiet')
                     OR EXISTS (SELECT FROM social_recipients r JOIN social_actors o ON o.id = r.actor_id
                                 WHERE r.status_id = s.id AND lower(o.domain) = :host)
                     OR (s.visibility = 'followers'
                         AND EXISTS (SELECT FROM social_follows f JOIN social_actors o ON o.id = f.actor_id
                                      WHERE f.target_actor_id = s.actor_id AND f.status = 'accepted' AND lower(o.domain) = :host)))
            ), people AS (
              SELECT a.id FROM named JOIN social_actors a ON a.uri = named.uri AND a.profile_id IS NOT NULL
               WHERE NOT EXISTS (SELECT FROM posts WHERE posts.actor_id = a.id)
            )
            INSERT INTO internal.social_report (about, actor_id, status_id, wording, origin, reason, note)
            SELECT 'post', actor_id, id, content, CAST(:origin AS text), 'other', nullif(CAST(:note AS text), '') FROM posts
            UNION ALL SELECT 'actor', id, NULL, NULL, CAST(:origin AS text), 'other', nullif(CAST(:note AS text), '') FROM people
            ON CONFLICT DO NOTHING
            """;

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Flag") && activity.objectId().isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var named = Ld.refs(activity.body(), "object");
        if (named.size() > MOST) {
            throw CommonProblem.INVALID.because("It reports too many at once.");
        }
        var note = ForeignHtml.words(Ld.text(activity.body(), "content"), LONGEST_NOTE);
        return Statement.run(
                        FILE,
                        Map.of(
                                "objects", new JsonArray(named).encode(),
                                "origin", activity.actor(),
                                "host", Host.of(activity.actor()).orElseThrow(),
                                "note", note == null ? "" : note))
                .replaceWithVoid();
    }
}
