package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.CHECKLIST_INCOMPLETE;
import static club.panamia.content.article.ArticleProblem.NO_SUCH_COMMENT;
import static club.panamia.content.article.ArticleProblem.TOO_MANY_COMMENTS;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer was asked and said, as {@code articles.reviewed_by} holds it; between them and the authors. Comments of
 * earlier rounds stay.
 *
 * @param userId null once that person has left the community, or the review was called off
 * @param revision what was approved
 */
public record Review(
        @Nullable String userId,
        @Nullable Instant requestedAt,
        @Nullable String invitationMessage,
        Verdict status,
        Checklist checklist,
        List<Comment> comments,
        @Nullable Instant approvedAt,
        @Nullable String revision) {

    /** So that the document stays small enough to be read with its article. */
    private static final int MOST_COMMENTS = 200;

    public Review {
        checklist = checklist == null ? Checklist.EMPTY : checklist;
        comments = comments == null ? List.of() : List.copyOf(comments);
    }

    /** Where the review stands. */
    public enum Verdict {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("revision_needed")
        REVISION_NEEDED,
        /** Was approved, and then the article was changed. */
        @JsonProperty("outdated")
        OUTDATED,
        @JsonProperty("cancelled")
        CANCELLED
    }

    /** What an approval vouches for: all three. */
    public record Checklist(boolean factsVerified, boolean sourcesChecked, boolean communityStandards) {

        static final Checklist EMPTY = new Checklist(false, false, false);

        static final Checklist COMPLETE = new Checklist(true, true, true);

        boolean complete() {
            return factsVerified && sourcesChecked && communityStandards;
        }
    }

    /**
     * A remark on a passage, or an answer to one.
     *
     * @param contentRef the passage
     * @param revision what the article said when it was written
     * @param inReplyTo the comment that it answers
     */
    public record Comment(
            String id,
            @Nullable String userId,
            String text,
            @Nullable String contentRef,
            @Nullable String revision,
            @Nullable String inReplyTo,
            @Nullable Instant createdAt,
            boolean resolved,
            @Nullable Instant resolvedAt) {

        Comment settled(boolean isResolved, Instant now) {
            return new Comment(
                    id, userId, text, contentRef, revision, inReplyTo, createdAt, isResolved, isResolved ? now : null);
        }
    }

    /** The next round; what was said in the ones before stays. */
    static Review requested(@Nullable Review before, String userId, @Nullable String message, Instant now) {
        var said = before == null ? List.<Comment>of() : before.comments;
        return new Review(userId, now, message, Verdict.PENDING, Checklist.EMPTY, said, null, null);
    }

    Review approve(Checklist checked, String ofRevision, Instant now) {
        if (!checked.complete()) {
            throw CHECKLIST_INCOMPLETE.because("An approval vouches for all three.");
        }
        return new Review(userId, requestedAt, invitationMessage, Verdict.APPROVED, checked, comments, now, ofRevision);
    }

    /** Somebody else vouches in the reviewer's place. */
    Review override(String moderator, String ofRevision, Instant now) {
        return new Review(moderator, requestedAt, null, status, checklist, comments, null, null)
                .approve(Checklist.COMPLETE, ofRevision, now);
    }

    Review object(Comment why) {
        return with(Verdict.REVISION_NEEDED, userId).comment(why);
    }

    Review outdate() {
        return with(Verdict.OUTDATED, userId);
    }

    Review cancel() {
        return with(Verdict.CANCELLED, null);
    }

    Review comment(Comment comment) {
        if (comments.size() >= MOST_COMMENTS) {
            throw TOO_MANY_COMMENTS.because("A review holds %d comments.".formatted(MOST_COMMENTS));
        }
        if (comment.inReplyTo() != null) {
            requireComment(comment.inReplyTo());
        }
        return saying(Stream.concat(comments.stream(), Stream.of(comment)).toList());
    }

    Review settle(String commentId, boolean resolved, Instant now) {
        requireComment(commentId);
        return saying(comments.stream()
                .map(each ->
                        each.id().equals(commentId) && each.resolved() != resolved ? each.settled(resolved, now) : each)
                .toList());
    }

    private void requireComment(String id) {
        if (comments.stream().noneMatch(comment -> comment.id().equals(id))) {
            throw NO_SUCH_COMMENT.because("The review holds no comment with this id.");
        }
    }

    private Review saying(List<Comment> all) {
        return new Review(userId, requestedAt, invitationMessage, status, checklist, all, approvedAt, revision);
    }

    private Review with(Verdict verdict, @Nullable String reviewer) {
        var message = reviewer == null ? null : invitationMessage;
        return new Review(reviewer, requestedAt, message, verdict, Checklist.EMPTY, comments, null, null);
    }
}
