package club.panamia.content.article;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an article, and the people who stood behind it then.
 *
 * @param slug only of what is, or once was, public
 * @param coAuthors those who accepted, in the order of their credit
 * @param reviewerId with a publication only who approved it
 * @param userId whom it is about, where that is one person
 * @param reason stays in the article's history and does not travel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleStep(
        @JsonIgnore Step step,
        String articleId,
        @Nullable String slug,
        @Nullable String authorId,
        List<String> coAuthors,
        @Nullable String reviewerId,
        @Nullable String inReplyTo,
        @Nullable String userId,
        int version,
        @JsonIgnore @Nullable String reason)
        implements DomainEvent {

    /** Each step with its place in the log of events: {@code content.article.published}. */
    public enum Step {
        DELETED("article", "deleted"),
        INVITED("coauthor", "invited"),
        WITHDRAWN("coauthor", "withdrawn"),
        ACCEPTED("coauthor", "accepted"),
        DECLINED("coauthor", "declined"),
        LEFT("coauthor", "left"),
        REVIEW_REQUESTED("review", "requested"),
        REVIEW_CANCELLED("review", "cancelled"),
        REVIEW_REMINDED("review", "reminded"),
        OVERRIDDEN("review", "overridden"),
        COMMENTED("review", "commented"),
        APPROVED("review", "approved"),
        REVISION_WANTED("review", "revision-wanted"),
        APPROVAL_OUTDATED("review", "outdated"),
        PUBLISHED("article", "published"),
        UNPUBLISHED("article", "unpublished"),
        SCHEDULED("article", "scheduled"),
        UNSCHEDULED("article", "unscheduled"),
        SCHEDULE_MISSED("article", "schedule-missed"),
        MOVED("article", "moved"),
        SHARED("article", "shared"),
        UNSHARED("article", "unshared"),
        FEATURED("article", "featured"),
        UNFEATURED("article", "unfeatured"),
        REMOVED("article", "removed"),
        RESTORED("article", "restored");

        private final String subject;
        private final String verb;

        Step(String subject, String verb) {
            this.subject = subject;
            this.verb = verb;
        }

        /** As the article's history names it. */
        public String label() {
            return subject + "-" + verb;
        }
    }

    static ArticleStep of(Article article, Step step, @Nullable String userId) {
        return new ArticleStep(
                step,
                article.id,
                article.publication.publishedAt() == null ? null : article.slug,
                article.authorId,
                article.coAuthors().accepted(),
                step == Step.PUBLISHED ? article.approvedBy() : article.reviewerId(),
                article.wording.inReplyTo(),
                userId,
                article.version + 1,
                null);
    }

    ArticleStep because(String why) {
        return new ArticleStep(step, articleId, slug, authorId, coAuthors, reviewerId, inReplyTo, userId, version, why);
    }

    @Override
    public String type() {
        return "content." + step.subject + "." + step.verb;
    }
}
