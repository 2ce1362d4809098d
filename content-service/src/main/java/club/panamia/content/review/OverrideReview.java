package club.panamia.content.review;

import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deciding a review in the reviewer's place. A use-case of its own because the moderator's session is looked up before the transaction holds a connection. */
@ApplicationScoped
class OverrideReview {

    private final Articles articles;
    private final Chronicle chronicle;
    private final Clock clock;

    OverrideReview(Articles articles, Chronicle chronicle, Clock clock) {
        this.articles = articles;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> approve(Actor moderator, String slug, Decree decree) {
        return articles.forChange(moderator, slug)
                .chain(article -> chronicle.record(
                        moderator,
                        article.reviewing(moderator).override(decree.revision(), decree.reason(), clock.instant())));
    }
}
