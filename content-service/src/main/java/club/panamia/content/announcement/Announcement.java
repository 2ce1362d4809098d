package club.panamia.content.announcement;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an author says when an article goes out. */
@Schema(description = "What I say when an article of mine goes out")
record Announcement(
        @Schema(required = true) String text,

        @Schema(required = true, description = "Whether it has become a post; it stays as it is then")
        boolean posted,

        @Nullable @Schema(description = "The id of the post")
        String statusId,

        @Schema(required = true) Instant updatedAt) {

    /** One was written for an article that is out already: its post is due. */
    record Prepared(String articleId, String announcementId, String authorId) implements DomainEvent {
        @Override
        public String type() {
            return "content.announcement.prepared";
        }
    }

    /** One was taken back, and its post, where there is one, with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            String articleId,
            String announcementId,
            String authorId,
            @Nullable String statusId) implements DomainEvent {
        @Override
        public String type() {
            return "content.announcement.withdrawn";
        }
    }
}
