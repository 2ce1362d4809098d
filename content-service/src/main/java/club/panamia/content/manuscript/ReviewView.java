package club.panamia.content.manuscript;

import club.panamia.content.article.Review;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review as its reviewer and the authors see it. */
@Schema(description = "A review, between its reviewer and the authors")
record ReviewView(
        @Nullable @Schema(description = "Absent where it was called off, or they have left")
        String userId,

        @Nullable String screenname,
        @Schema(required = true) Review.Verdict status,
        @Nullable Instant requestedAt,
        @Nullable String invitationMessage,
        @Schema(required = true) Review.Checklist checklist,
        @Nullable Instant approvedAt,

        @Nullable @Schema(description = "What was approved") String revision,

        @Schema(required = true, description = "Of earlier rounds, too")
        List<CommentView> comments) {

    /** What one of them said. */
    @Schema(name = "ReviewComment")
    record CommentView(
            @Schema(required = true) String id,
            @Nullable String userId,
            @Nullable String screenname,
            @Schema(required = true) String text,
            @Nullable String contentRef,

            @Nullable @Schema(description = "What the article said when this was written")
            String revision,

            @Nullable String inReplyTo,
            @Nullable Instant createdAt,
            @Schema(required = true) boolean resolved,
            @Nullable Instant resolvedAt) {

        static CommentView of(Review.Comment comment, Names names) {
            return new CommentView(
                    comment.id(),
                    comment.userId(),
                    names.of(comment.userId()),
                    comment.text(),
                    comment.contentRef(),
                    comment.revision(),
                    comment.inReplyTo(),
                    comment.createdAt(),
                    comment.resolved(),
                    comment.resolvedAt());
        }
    }

    static ReviewView of(Review review, Names names) {
        return new ReviewView(
                review.userId(),
                names.of(review.userId()),
                review.status(),
                review.requestedAt(),
                review.invitationMessage(),
                review.checklist(),
                review.approvedAt(),
                review.revision(),
                review.comments().stream()
                        .map(comment -> CommentView.of(comment, names))
                        .toList());
    }
}
