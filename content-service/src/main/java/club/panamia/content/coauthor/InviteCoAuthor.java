package club.panamia.content.coauthor;

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
import org.jspecify.annotations.Nullable;

/** Asking somebody to stand beside the author. A use-case of its own because the limit is taken before the transaction begins. */
@ApplicationScoped
class InviteCoAuthor {

    private static final int PER_DAY = 30;

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final RateLimits limits;
    private final Clock clock;

    InviteCoAuthor(Articles articles, Manuscripts manuscripts, Chronicle chronicle, RateLimits limits, Clock clock) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.limits = limits;
        this.clock = clock;
    }

    /** Nobody is asked all the time by one person, over however many articles. */
    Uni<Void> takeOne(Actor author) {
        return limits.take("co-author-invitation", author.userId(), PER_DAY, Duration.ofDays(1));
    }

    @WithTransaction
    Uni<RestResponse<ManuscriptView>> invite(Actor author, String slug, String person, @Nullable String message) {
        return articles.forChange(author, slug)
                .invoke(article -> article.permit(Action.INVITE, author))
                .call(() -> articles.requireKnown(person))
                .call(article ->
                        chronicle.record(author, article.together(author).invite(person, message, clock.instant())))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, author));
    }
}
