package club.panamia.social.effect.article;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.social.audience.Writers;
import club.panamia.social.effect.Statement;
import club.panamia.social.home.Home;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody elsewhere likes an article of this server, or hands it on, while it is out: once, under whatever id it is out. */
abstract class ReactToArticle implements InboxHandler {

    /** Whoever stands behind it hears of it, but not who mutes whoever does it. */
    private static final String BEGIN = """
            WITH made AS (
              INSERT INTO internal.article_reaction (id, article_id, actor_id, kind, uri)
              SELECT :id, f.article_id, them.id, CAST(:kind AS text), CAST(:uri AS text)
                FROM internal.federated_article f JOIN articles r ON r.id = f.article_id AND r.status = 'published', social_actors them
               WHERE f.uri = :object AND f.withdrawn_at IS NULL AND them.uri = :actor AND them.fetched_at IS NOT NULL
                 AND NOT EXISTS (SELECT FROM internal.actor_block b
                                  WHERE (b.actor_id, b.target_actor_id) IN ((f.actor_id, them.id), (them.id, f.actor_id)))
              ON CONFLICT DO NOTHING
              RETURNING article_id, actor_id
            )
            SELECT made.article_id, made.actor_id,
                   (SELECT string_agg(w.user_id, ' ' ORDER BY w.place) FROM %s
                     WHERE NOT EXISTS (SELECT FROM internal.actor_mute m
                                        WHERE m.actor_id = w.actor_id AND m.target_actor_id = made.actor_id)) AS authors
              FROM made JOIN articles r ON r.id = made.article_id
            """.formatted(Writers.OF_ARTICLE);

    private final Set<String> types;
    private final String kind;
    private final String verb;
    private final EventLog events;
    private final Home home;

    ReactToArticle(Set<String> types, String kind, String verb, EventLog events, Home home) {
        this.types = types;
        this.kind = kind;
        this.verb = verb;
        this.events = events;
        this.home = home;
    }

    @Override
    public boolean takes(Activity activity) {
        return types.contains(activity.type()) && isAboutAnArticle(activity, home);
    }

    static boolean isAboutAnArticle(Activity activity, Home home) {
        return activity.objectId()
                .filter(object -> object.startsWith(home.articleDocument("")))
                .isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.first(
                        BEGIN,
                        Map.of(
                                "id", Ids.next(),
                                "kind", kind,
                                "uri", activity.id(),
                                "object", activity.objectId().orElseThrow(),
                                "actor", activity.actor()))
                .chain(made -> made.isEmpty() ? Uni.createFrom().voidItem() : tell(made.get()));
    }

    private Uni<Void> tell(Object[] row) {
        var authors = row[2] == null ? List.<String>of() : List.of(((String) row[2]).split(" "));
        return events.record(null, new ArticleReaction(verb, (String) row[0], (String) row[1], authors));
    }
}
