package club.panamia.content.article;

import club.panamia.content.article.ArticleStep.Step;
import club.panamia.content.state.Action;
import club.panamia.content.state.Status;
import club.panamia.kernel.identity.Actor;
import java.time.Instant;
import java.util.Optional;

/** When an article goes out by itself: {@link Article#scheduling}. */
public record Scheduling(Article article) {

    /** It must be ready now; the last time that was chosen counts. */
    public ArticleStep schedule(Actor author, Instant moment, String zone) {
        article.permit(Action.SCHEDULE, author);
        article.publishing(author).requireReady();
        article.publication.schedule(moment, zone);
        return article.step(Step.SCHEDULED, null);
    }

    /** Nothing where no time was chosen. */
    public Optional<ArticleStep> unschedule(Actor author) {
        article.permit(Action.UNSCHEDULE, author);
        if (article.publication.publishAt() == null) {
            return Optional.empty();
        }
        article.publication.unschedule();
        return Optional.of(article.step(Step.UNSCHEDULED, null));
    }

    /** Its time has come: it goes out, or, where a review is open or nobody stands behind it any more, stays and forgets the time. */
    public ArticleStep goOut(Instant now) {
        if (article.status() == Status.DRAFT && Publishing.isReady(article)) {
            article.publication.publish(now);
            return article.step(Step.PUBLISHED, null);
        }
        article.publication.unschedule();
        return article.step(Step.SCHEDULE_MISSED, null);
    }
}
