package club.panamia.content.schedule;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The article that has been due longest goes out; exactly once, for its row is locked and its time goes with it. */
@ApplicationScoped
class PublishNextDue {

    private final Articles articles;
    private final Chronicle chronicle;

    PublishNextDue(Articles articles, Chronicle chronicle) {
        this.articles = articles;
        this.chronicle = chronicle;
    }

    /** Whether there was one. */
    @WithTransaction
    Uni<Boolean> publish(Instant now) {
        return articles.nextDue()
                .onItem()
                .ifNotNull()
                .call(article -> goOut(article, now))
                .map(article -> article != null);
    }

    private Uni<Void> goOut(Article article, Instant now) {
        return chronicle.recordByItself(article.scheduling().goOut(now));
    }
}
