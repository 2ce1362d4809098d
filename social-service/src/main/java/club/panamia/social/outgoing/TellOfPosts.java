package club.panamia.social.outgoing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Posts as others hear of them. One that is for this house alone is told to nobody; what was said goes out as it is when it is sent.
 * In the caller's transaction.
 */
@Singleton
public class TellOfPosts {

    private static final String SAID = """
            SELECT s.uri || %s AS uri, s.actor_id, a.uri AS actor_uri, '%s' AS kind, s.id AS status_id, NULL AS body,
                   CASE WHEN s.visibility IN ('public', 'quiet') THEN s.published END AS since
              FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id AND a.profile_id IS NOT NULL
             WHERE s.id = :status AND s.visibility <> 'local' AND NOT s.is_draft
            """;

    /** Its author's followers, where it is for them, too, those whom it names, and who is answered. */
    private static final String AUDIENCE = """
            SELECT f.actor_id AS id
              FROM social_statuses s JOIN social_follows f ON f.target_actor_id = s.actor_id AND f.status = 'accepted'
             WHERE s.id = :status AND s.visibility IN ('public', 'quiet', 'followers')
            UNION
            SELECT r.actor_id FROM social_recipients r WHERE r.status_id = :status AND r.actor_id IS NOT NULL
            UNION
            SELECT p.actor_id FROM social_statuses s JOIN social_statuses p ON p.id = s.in_reply_to_id WHERE s.id = :status
            """;

    /** Whoever may have it by others, too. */
    private static final String WIDER = AUDIENCE + """
            UNION
            SELECT b.actor_id FROM internal.boost b WHERE b.status_id = :status
            UNION
            SELECT f.actor_id FROM internal.boost b JOIN social_follows f ON f.target_actor_id = b.actor_id AND f.status = 'accepted'
             WHERE b.status_id = :status
            UNION
            SELECT v.actor_id FROM internal.ballot v WHERE v.status_id = :status
            UNION
            SELECT r.actor_id FROM social_statuses r WHERE r.in_reply_to_id = :status
            """;

    private static final String POSTED = Queue.toAll(SAID.formatted("'/activity'", "create"), AUDIENCE);

    /** Also those who were named before; who follows its author no longer hears of what everybody may read. */
    private static final String EDITED =
            Queue.toAllWhoHadIt(SAID.formatted("'#updates/' || s.version", "update"), WIDER + """
            UNION
            SELECT jsonb_array_elements_text(CAST(CAST(:former AS text) AS jsonb))
            """);

    private static final String GOES = """
            SELECT s.uri || '#delete' AS uri, s.actor_id, a.uri AS actor_uri, 'whole' AS kind, NULL AS status_id,
                   CASE WHEN s.visibility <> 'direct' THEN s.published END AS since,
                   jsonb_build_object(%s, 'id', s.uri || '#delete', 'type', 'Delete', 'actor', a.uri, %s) AS body
              FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id AND a.profile_id IS NOT NULL
             WHERE s.visibility <> 'local' AND NOT s.is_draft AND %%s
            """.formatted(Stamp.CONTEXT, Stamp.GONE);

    private static final String GONE = Queue.toAllWhoHadIt(GOES.formatted("s.id = :status"), WIDER);

    /** Just those that are taken back with it; what announces an article is for everybody, so that all their audiences may know. */
    private static final String ANNOUNCING_GONE = Queue.toAllWhoHadIt(GOES.formatted("""
                    s.article_id = :article AND (s.id = :status OR :status = '')
                    AND (:status <> '' OR NOT EXISTS (SELECT FROM articles r WHERE r.id = :article AND r.status = 'published'))
                    """), """
            SELECT f.actor_id AS id FROM said JOIN social_follows f ON f.target_actor_id = said.actor_id AND f.status = 'accepted'
            UNION
            SELECT b.actor_id FROM social_statuses s JOIN internal.boost b ON b.status_id = s.id WHERE s.article_id = :article
            UNION
            SELECT r.actor_id FROM social_statuses s JOIN social_statuses r ON r.in_reply_to_id = s.id WHERE s.article_id = :article
            """);

    private final Queue queue;

    TellOfPosts(Queue queue) {
        this.queue = queue;
    }

    public Uni<Void> posted(String statusId) {
        return queue.say(POSTED, Map.of("status", statusId));
    }

    public Uni<Void> edited(String statusId) {
        return edited(statusId, List.of());
    }

    /** @param former the actors whom it was addressed to before */
    public Uni<Void> edited(String statusId, List<String> former) {
        return queue.say(EDITED, Map.of("status", statusId, "former", new JsonArray(former).encode()));
    }

    /** While what announces an article, or this one of them, is still there. */
    public Uni<Void> announcingGoes(String articleId, String statusId) {
        return queue.say(ANNOUNCING_GONE, Map.of("article", articleId, "status", statusId));
    }

    /** While it is still there. */
    public Uni<Void> goes(String statusId) {
        return queue.say(GONE, Map.of("status", statusId));
    }
}
