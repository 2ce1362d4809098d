package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.ALREADY_INVOLVED;
import static club.panamia.content.article.ArticleProblem.NO_REVIEW;
import static club.panamia.content.article.ArticleProblem.REVISION_CHANGED;

import club.panamia.content.article.ArticleStep.Step;
import club.panamia.content.article.Review.Checklist;
import club.panamia.content.article.Review.Comment;
import club.panamia.content.state.Action;
import club.panamia.content.state.Status;
import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person does about an article's review: {@link Article#reviewing}. */
public record Reviewing(Article article, Actor actor) {

    /** Hands it to a reviewer who has no other part in it; nothing where that person is asked already. */
    public Optional<ArticleStep> request(String reviewer, @Nullable String message, Instant now) {
        article.permit(Action.REQUEST_REVIEW, actor);
        if (reviewer.equals(article.authorId) || article.coAuthors().isOpen(reviewer)) {
            throw ALREADY_INVOLVED.because("Whoever writes an article, or is invited to, does not review it.");
        }
        if (article.status() == Status.PENDING_REVIEW && reviewer.equals(article.reviewerId())) {
            return Optional.empty();
        }
        article.reviewedBy = Review.requested(article.reviewedBy, reviewer, message, now);
        article.publication.withdraw(Status.PENDING_REVIEW);
        return Optional.of(article.step(Step.REVIEW_REQUESTED, reviewer));
    }

    /** Calls it off: its authors, the reviewer who steps back, or a moderator where nobody moves. */
    public ArticleStep cancel() {
        article.permit(Action.CANCEL_REVIEW, actor);
        var step = article.step(Step.REVIEW_CANCELLED, article.reviewerId());
        article.reviewedBy = current().cancel();
        article.publication.withdraw(Status.DRAFT);
        return step;
    }

    /** Tells the reviewer once more that they were asked. */
    public ArticleStep remind() {
        article.permit(Action.REMIND, actor);
        return article.step(Step.REVIEW_REMINDED, article.reviewerId());
    }

    /** Vouches for exactly this revision in the reviewer's place, as a moderator who has no other part in it. */
    public ArticleStep override(String revision, String why, Instant now) {
        article.permit(Action.OVERRIDE, actor);
        requireRevision(revision);
        var step = article.step(Step.OVERRIDDEN, article.reviewerId()).because(why);
        article.reviewedBy = current().override(actor.userId(), revision, now);
        article.publication.withdraw(Status.DRAFT);
        return step;
    }

    /** Vouches for exactly this revision. */
    public ArticleStep approve(Checklist checklist, String revision, Instant now) {
        article.permit(Action.DECIDE, actor);
        requireRevision(revision);
        article.reviewedBy = current().approve(checklist, revision, now);
        article.publication.withdraw(Status.DRAFT);
        return article.step(Step.APPROVED, actor.userId());
    }

    /** Gives it back, and says what must change. */
    public ArticleStep object(Remark why, Instant now) {
        article.permit(Action.DECIDE, actor);
        article.reviewedBy = current().object(comment(why, now));
        article.publication.withdraw(Status.REVISION_NEEDED);
        return article.step(Step.REVISION_WANTED, actor.userId());
    }

    /** Says something about a passage, or answers. */
    public ArticleStep remark(Remark remark, Instant now) {
        article.permit(Action.COMMENT, actor);
        article.reviewedBy = current().comment(comment(remark, now));
        return article.step(Step.COMMENTED, actor.userId());
    }

    /** Its authors have done what a comment asks for; or somebody sees that they have not. */
    public void settle(String commentId, boolean resolved, Instant now) {
        article.permit(resolved ? Action.RESOLVE : Action.COMMENT, actor);
        article.reviewedBy = current().settle(commentId, resolved, now);
    }

    private void requireRevision(String seen) {
        if (!seen.equals(article.wording.revision())) {
            throw REVISION_CHANGED
                    .because("Its authors have changed it since you read it.")
                    .with("revision", article.wording.revision());
        }
    }

    private Review current() {
        var review = article.reviewedBy;
        if (review == null) {
            throw NO_REVIEW.because("Ask somebody to review it first.");
        }
        return review;
    }

    private Comment comment(Remark remark, Instant now) {
        return new Comment(
                Ids.next(),
                actor.userId(),
                remark.text(),
                remark.contentRef(),
                article.wording.revision(),
                remark.inReplyTo(),
                now,
                false,
                null);
    }
}
