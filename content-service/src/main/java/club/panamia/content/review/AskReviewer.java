package club.panamia.content.review;

import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
import club.panamia.content.state.Action;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.limit.RateLimits;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/** Asking somebody for a review. A use-case of its own because the limit is taken before the transaction begins. */
@ApplicationScoped
class AskReviewer {

    private static final int PER_DAY = 30;

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final RateLimits limits;
    private final Clock clock;

    AskReviewer(Articles articles, Manuscripts manuscripts, Chronicle chronicle, RateLimits limits, Clock clock) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.limits = limits;
        this.clock = clock;
    }

    Uni<Void> takeOne(Actor writer) {
        return limits.take("review-request", writer.userId(), PER_DAY, Duration.ofDays(1));
    }

    @WithTransaction
    Uni<RestResponse<ManuscriptView>> ask(Actor writer, String slug, ReviewWish wish) {
        return articles.forChange(writer, slug)
                .invoke(article -> article.permit(Action.REQUEST_REVIEW, writer))
                .call(() -> articles.requireKnown(wish.userId()))
                .call(article -> chronicle.record(
                        writer, article.reviewing(writer).request(wish.userId(), wish.message(), clock.instant())))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, writer));
    }
}
