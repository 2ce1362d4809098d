package club.panamia.social.outgoing;

import club.panamia.social.audience.Writers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Articles as others hear of them. Whoever has said something of their own about it is not spoken for: their followers read that, and
 * find the article by it. In the caller's transaction.
 */
@Singleton
public class TellOfArticles {

    /** It goes out as it is when it is sent. */
    private static final String SAID = """
            SELECT f.uri || %s AS uri, f.actor_id, a.uri AS actor_uri, 'article' AS kind, NULL AS status_id, NULL AS body,
                   f.created_at AS since
              FROM internal.federated_article f JOIN social_actors a ON a.id = f.actor_id
             WHERE f.article_id = :article AND f.withdrawn_at IS NULL
            """;

    private static final String FOLLOWERS =
            "SELECT f.actor_id AS id FROM said JOIN social_follows f ON f.target_actor_id = said.actor_id AND f.status = 'accepted'";

    private static final String IF_SILENT = FOLLOWERS + """
             WHERE NOT EXISTS (SELECT FROM article_announcements n JOIN profiles p ON p.user_id = n.author_id
                                 JOIN social_actors own ON own.profile_id = p.id
                                WHERE n.article_id = :article AND own.id = said.actor_id)
            """;

    /** All who may have come upon it. */
    private static final String WIDER = FOLLOWERS + """
             UNION
            SELECT f.actor_id FROM articles r, %s JOIN social_follows f ON f.target_actor_id = w.actor_id AND f.status = 'accepted'
             WHERE r.id = :article
             UNION
            SELECT s.actor_id FROM internal.federated_article f JOIN social_statuses s ON s.in_reply_to_uri = f.uri
             WHERE f.article_id = :article AND f.withdrawn_at IS NULL
            """.formatted(Writers.OF_ARTICLE);

    private static final String PUBLISHED = Queue.toAll(SAID.formatted("'/activity'"), IF_SILENT);

    private static final String CHANGED = Queue.toAllWhoHadIt(SAID.formatted("'#updates/' || f.version"), WIDER);

    private static final String GONE = Queue.toAllWhoHadIt(
            """
            SELECT f.uri || '#delete' AS uri, f.actor_id, a.uri AS actor_uri, 'whole' AS kind, NULL AS status_id, f.created_at AS since,
                   jsonb_build_object(%s, 'id', f.uri || '#delete', 'type', 'Delete', 'actor', a.uri, %s, 'published', %s,
                                      'object', jsonb_build_object('id', f.uri, 'type', 'Tombstone', 'formerType', 'Article',
                                                                   'deleted', %s)) AS body
              FROM internal.federated_article f JOIN social_actors a ON a.id = f.actor_id
             WHERE f.article_id = :article AND f.withdrawn_at IS NULL
               AND NOT %s
            """.formatted(
                            Stamp.CONTEXT,
                            Stamp.toEverybody("jsonb_build_array(a.followers_url)"),
                            Stamp.NOW,
                            Stamp.NOW,
                            Writers.STAND_BEHIND),
            WIDER);

    private static final String HEARD = Stamp.toEverybody("jsonb_build_array(me.followers_url, a.uri)");

    /** That another of its writers hands it on. */
    private static final String ANNOUNCE = """
            jsonb_build_object('id', f.uri || '#boosts/' || me.id, 'type', 'Announce', 'actor', me.uri, 'object', f.uri, %s, %s)
            """.formatted(Stamp.said("f.created_at"), HEARD);

    private static final String UNDO = """
            jsonb_build_object(%s, 'id', f.uri || '#boosts/' || me.id || '#undo', 'type', 'Undo', 'actor', me.uri, 'published', %s, %s,
                               'object', %s)
            """.formatted(Stamp.CONTEXT, Stamp.NOW, HEARD, ANNOUNCE);

    private static final String BY_ANOTHER = """
            SELECT %s AS uri, me.id AS actor_id, me.uri AS actor_uri, 'whole' AS kind, NULL AS status_id, %s AS body
              FROM internal.federated_article f JOIN social_actors a ON a.id = f.actor_id
              JOIN social_actors me ON me.id <> f.actor_id AND me.profile_id IS NOT NULL
              JOIN profiles mine ON mine.id = me.profile_id AND mine.user_id = :person
             WHERE f.article_id = :article AND f.withdrawn_at IS NULL
            """;

    private static final String HANDED_ON = Queue.toAll(
            BY_ANOTHER.formatted(
                    "f.uri || '#boosts/' || me.id", "jsonb_build_object(%s) || %s".formatted(Stamp.CONTEXT, ANNOUNCE)),
            IF_SILENT);

    private static final String TAKEN_BACK =
            Queue.toAll(BY_ANOTHER.formatted("f.uri || '#boosts/' || me.id || '#undo'", UNDO), FOLLOWERS);

    private final Queue queue;

    TellOfArticles(Queue queue) {
        this.queue = queue;
    }

    public Uni<Void> published(String articleId) {
        return queue.say(PUBLISHED, Map.of("article", articleId));
    }

    /** By somebody else who stands behind it. */
    public Uni<Void> handedOn(String articleId, String userId) {
        return queue.say(HANDED_ON, Map.of("article", articleId, "person", userId));
    }

    /** By somebody who stands behind it no longer. */
    public Uni<Void> takenBack(String articleId, String userId) {
        return queue.say(TAKEN_BACK, Map.of("article", articleId, "person", userId));
    }

    public Uni<Void> changed(String articleId) {
        return queue.say(CHANGED, Map.of("article", articleId));
    }

    /** Before it is withdrawn, where nobody who speaks for it stands behind it any more. */
    public Uni<Void> goes(String articleId) {
        return queue.say(GONE, Map.of("article", articleId));
    }
}
