package club.panamia.content.highlight;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Featuring an article, or no longer. A use-case of its own because the moderator's session is looked up before the transaction holds a connection. */
@ApplicationScoped
class FeatureArticle {

    private final Articles articles;
    private final Highlights highlights;
    private final Chronicle chronicle;

    FeatureArticle(Articles articles, Highlights highlights, Chronicle chronicle) {
        this.articles = articles;
        this.highlights = highlights;
        this.chronicle = chronicle;
    }

    @WithTransaction
    Uni<Void> feature(Actor moderator, String slug) {
        return articles.forChange(moderator, slug).chain(article -> feature(moderator, article));
    }

    @WithTransaction
    Uni<Void> unfeature(Actor moderator, String slug) {
        return articles.forChange(moderator, slug).chain(article -> unfeature(moderator, article));
    }

    private Uni<Void> feature(Actor moderator, Article article) {
        var step = article.publishing(moderator).feature();
        return highlights.feature(article).chain(isNew -> chronicle.record(moderator, step, isNew));
    }

    private Uni<Void> unfeature(Actor moderator, Article article) {
        var step = article.publishing(moderator).unfeature();
        return highlights.unfeature(article).chain(was -> chronicle.record(moderator, step, was));
    }
}
