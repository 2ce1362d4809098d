package club.panamia.social.effect.article;

import club.panamia.social.effect.Statement;
import club.panamia.social.home.Home;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Map;

/** Somebody elsewhere likes or boosts an article no longer, be it out or not. */
@Singleton
@Priority(1)
class UndoReactionToArticle implements InboxHandler {

    private static final Map<String, String> KINDS = Map.of("Like", "like", "EmojiReact", "like", "Announce", "boost");

    private static final String UNDO = """
            DELETE FROM internal.article_reaction x USING social_actors them, internal.federated_article f
             WHERE them.uri = :actor AND x.actor_id = them.id AND x.kind = :kind
               AND f.uri = :object AND x.article_id = f.article_id
            """;

    private final Home home;

    UndoReactionToArticle(Home home) {
        this.home = home;
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Undo")
                && activity.inner()
                        .filter(inner -> KINDS.containsKey(inner.type()))
                        .filter(inner -> ReactToArticle.isAboutAnArticle(inner, home))
                        .isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        var reaction = activity.inner().orElseThrow();
        return Statement.run(
                        UNDO,
                        Map.of(
                                "actor", activity.actor(),
                                "kind", KINDS.getOrDefault(reaction.type(), ""),
                                "object", reaction.objectId().orElse("")))
                .replaceWithVoid();
    }
}
