package club.panamia.content.moderation;

import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Taking an article out of sight, and showing it again. A use-case of its own because the moderator's session is looked up before the transaction holds a connection. */
@ApplicationScoped
class RemoveArticle {

    private final Articles articles;
    private final Chronicle chronicle;
    private final Clock clock;

    RemoveArticle(Articles articles, Chronicle chronicle, Clock clock) {
        this.articles = articles;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    Uni<RemovalView> remove(Actor moderator, String slug, String reason) {
        return articles.forChange(moderator, slug)
                .call(article -> chronicle.record(
                        moderator, article.publishing(moderator).remove(reason, clock.instant())))
                .map(RemovalView::of);
    }

    @WithTransaction
    Uni<RemovalView> restore(Actor moderator, String slug) {
        return articles.forChange(moderator, slug)
                .call(article -> chronicle.record(
                        moderator, article.publishing(moderator).restore()))
                .map(RemovalView::of);
    }
}
