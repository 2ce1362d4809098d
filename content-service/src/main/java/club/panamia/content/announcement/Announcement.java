package club.panamia.content.announcement;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What happens to announcements that others must hear of; that an article is published says the rest. */
sealed interface Announcement extends DomainEvent {

    /** One was written for an article that is out already: its post is due. */
    record Prepared(String articleId, String announcementId, String authorId) implements Announcement {
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
            @Nullable String statusId) implements Announcement {
        @Override
        public String type() {
            return "content.announcement.withdrawn";
        }
    }
}
