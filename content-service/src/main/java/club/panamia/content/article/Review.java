package club.panamia.content.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one reviewer was asked and said, as {@code articles.reviewed_by} holds it; between them and the authors. */
public record Review(
        @Nullable String userId,
        @Nullable Instant requestedAt,
        @Nullable String invitationMessage,
        Verdict status,
        @Nullable Checklist checklist,
        @Nullable List<Comment> comments,
        @Nullable Instant approvedAt) {

    /** Where the review stands. */
    public enum Verdict {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("revision_needed")
        REVISION_NEEDED
    }

    /** What an approval vouches for: all three. */
    public record Checklist(boolean factsVerified, boolean sourcesChecked, boolean communityStandards) {}

    /** A remark on a passage. */
    public record Comment(
            String id,
            String text,
            @Nullable String contentRef,
            @Nullable Instant createdAt,
            boolean resolved,
            @Nullable Instant resolvedAt) {}
}
