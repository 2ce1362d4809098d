package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.NEEDS_SECOND_PERSON;
import static club.panamia.content.article.ArticleProblem.NOT_READY;

import club.panamia.content.article.ArticleStep.Step;
import club.panamia.content.state.Action;
import club.panamia.content.state.Part;
import club.panamia.content.state.Status;
import club.panamia.content.wording.ArticleType;
import club.panamia.kernel.identity.Actor;
import java.time.Instant;

/** What one person does about whether an article is seen: {@link Article#publishing}. */
public record Publishing(Article article, Actor actor) {

    /** It goes live once a second person stands behind exactly this revision. */
    public ArticleStep publish(Instant now) {
        article.permit(Action.PUBLISH, actor);
        requireReady();
        article.publication.publish(now);
        return article.step(Step.PUBLISHED, null);
    }

    /** Takes it back into the drawer. */
    public ArticleStep unpublish() {
        article.permit(Action.UNPUBLISH, actor);
        article.publication.withdraw(Status.DRAFT);
        return article.step(Step.UNPUBLISHED, null);
    }

    /** Shows it to whoever gets its link, before it is published. */
    public ArticleStep share() {
        article.permit(Action.SHARE, actor);
        return article.step(Step.SHARED, null);
    }

    public ArticleStep unshare() {
        article.permit(Action.UNSHARE, actor);
        return article.step(Step.UNSHARED, null);
    }

    /** Recommends it to everybody, as a moderator who has no part in it. */
    public ArticleStep feature() {
        article.permit(Action.FEATURE, actor);
        return article.step(Step.FEATURED, null);
    }

    public ArticleStep unfeature() {
        article.permit(Action.UNFEATURE, actor);
        return article.step(Step.UNFEATURED, null);
    }

    /** Takes a published one out of sight, as a moderator; its people read why. */
    public ArticleStep remove(String reason, Instant now) {
        article.permit(Action.REMOVE, Part.MODERATOR);
        article.publication.remove(actor.userId(), reason, now);
        return article.step(Step.REMOVED, null).because(reason);
    }

    /** Shows a removed one again, as a moderator. */
    public ArticleStep restore() {
        article.permit(Action.RESTORE, Part.MODERATOR);
        article.publication.restore();
        return article.step(Step.RESTORED, null);
    }

    void requireReady() {
        Article.requireStaff(actor, article.wording.articleType());
        if (article.wording.content().isBlank()) {
            throw NOT_READY.because("It has no content yet.");
        }
        if (!isReady(article)) {
            throw NEEDS_SECOND_PERSON.because("Wait for a co-author to accept, or for a review of this very text.");
        }
    }

    static boolean isReady(Article article) {
        return !article.wording.content().isBlank()
                && (article.isVouchedFor() || article.wording.articleType() == ArticleType.STAFF_UPDATE);
    }
}
