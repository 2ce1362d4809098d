package club.panamia.social.effect.post;

import club.panamia.social.audience.Audience;
import club.panamia.social.effect.Statement;
import club.panamia.social.rule.ServerRules;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * Who and what a changed post of another server names. Whoever it is addressed to now may see it, and whoever it was addressed to
 * before still may. In the caller's transaction.
 */
final class NamedNow {

    private static final String ADDRESS = """
            INSERT INTO social_recipients (status_id, uri, actor_id, field, published)
            SELECT s.id, x.uri, a.id, x.field, s.published
              FROM social_statuses s JOIN social_actors them ON them.id = s.actor_id,
                   LATERAL (SELECT jsonb_array_elements_text(CAST(CAST(:to AS text) AS jsonb)) AS uri, 'to' AS field
                            UNION SELECT jsonb_array_elements_text(CAST(CAST(:cc AS text) AS jsonb)), 'cc') AS x
              JOIN social_actors a ON a.uri = x.uri
             WHERE s.uri = :uri AND NOT %s
            ON CONFLICT (status_id, uri, field) DO NOTHING
            """.formatted(Audience.keepsAway("a.id", "them.domain"));

    private static final String UNTAG =
            "DELETE FROM social_tags t USING social_statuses s WHERE s.uri = :uri AND t.status_id = s.id";

    private static final String TAG = """
            INSERT INTO social_tags (status_id, type, name, href, published)
            SELECT s.id, t.type, t.name, t.href, s.published
              FROM social_statuses s JOIN social_actors them ON them.id = s.actor_id,
                   jsonb_to_recordset(CAST(CAST(:tags AS text) AS jsonb)) AS t (type text, name text, href text)
             WHERE s.uri = :uri AND %s
            """.formatted(mayBeShown("them.domain"));

    private NamedNow() {}

    /** A tag {@code t} is a word, or its server may show more than words: a condition. */
    static String mayBeShown(String domain) {
        return "(t.type <> 'Emoji' OR %s IS NOT true)".formatted(ServerRules.REJECTS_MEDIA.formatted(domain));
    }

    static Uni<Void> in(Note note) {
        return Statement.run(
                        ADDRESS,
                        Map.of(
                                "uri", note.uri(),
                                "to", note.addressed("to").encode(),
                                "cc", note.addressed("cc").encode()))
                .chain(() -> Statement.run(UNTAG, Map.of("uri", note.uri())))
                .chain(() -> Statement.run(
                        TAG, Map.of("uri", note.uri(), "tags", note.tags().encode())))
                .replaceWithVoid();
    }
}
