package club.panamia.social.reaction;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody likes or boosts a post, or does so no longer.
 *
 * @param userId who does
 * @param authorUserId whose post it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReactionStep(
        @JsonIgnore Reaction reaction,
        @JsonIgnore boolean begun,
        String statusId,
        String userId,
        @Nullable String authorUserId)
        implements DomainEvent {

    @Override
    public String type() {
        return "social.status." + (begun ? "" : "un") + reaction.verb();
    }
}
