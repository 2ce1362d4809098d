package club.panamia.content.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked to stand beside the author, as {@code articles.co_authors} holds them.
 *
 * @param userId null once that person has left the community
 */
public record CoAuthor(
        @Nullable String userId,
        @Nullable Instant invitedAt,
        @Nullable String invitationMessage,
        Answer status,
        @Nullable Instant acceptedAt) {

    /** What they said to the invitation, or what became of them. */
    public enum Answer {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("removed")
        REMOVED
    }
}
