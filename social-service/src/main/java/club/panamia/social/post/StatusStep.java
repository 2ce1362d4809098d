package club.panamia.social.post;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.social.audience.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a post. */
sealed interface StatusStep extends DomainEvent {

    /**
     * Somebody said something.
     *
     * @param heardBy the actors of this and other servers whom it names or is sent to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Posted(
            String statusId,
            String actorId,
            String userId,
            Visibility visibility,
            @Nullable String inReplyToId,
            List<String> heardBy)
            implements StatusStep {
        @Override
        public String type() {
            return "social.status.posted";
        }
    }

    /** Somebody has it said otherwise. */
    record Edited(String statusId, String actorId, String userId, int version) implements StatusStep {
        @Override
        public String type() {
            return "social.status.edited";
        }
    }

    /** It has been taken back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Deleted(
            String statusId,
            String uri,
            String actorId,
            @Nullable String userId,
            Visibility visibility) implements StatusStep {
        @Override
        public String type() {
            return "social.status.deleted";
        }
    }
}
