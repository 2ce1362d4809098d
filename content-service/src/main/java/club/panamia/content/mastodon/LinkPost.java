package club.panamia.content.mastodon;

import club.panamia.content.article.Articles;
import club.panamia.content.state.Action;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Linking an article with a post elsewhere. A use-case of its own because the other server is asked before the transaction holds a connection. */
@ApplicationScoped
class LinkPost {

    private final Articles articles;
    private final LinkedPosts links;
    private final MastodonServer server;
    private final Settings settings;

    LinkPost(Articles articles, LinkedPosts links, MastodonServer server, Settings settings) {
        this.articles = articles;
        this.links = links;
        this.server = server;
        this.settings = settings;
    }

    /** Refuses a post that cannot be read by everybody, or was not written by the author of the article. */
    Uni<Void> requireProven(Actor author, String slug, PostAddress address) {
        return articles.permitted(Action.LINK_POST, author, slug)
                .chain(() -> server.post(address))
                .invoke(post -> post.requireBy(pageOf(author)))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> link(Actor author, String slug, @Nullable PostAddress address) {
        return articles.forChange(author, slug)
                .invoke(article -> article.permit(Action.LINK_POST, author))
                .call(article -> links.link(
                        article, address == null ? null : address.url().toString()))
                .replaceWithVoid();
    }

    private String pageOf(Actor author) {
        return settings.publicUrl()
                + settings.profilePath().replace("{screenname}", Objects.requireNonNullElse(author.screenname(), ""));
    }
}
