package club.panamia.social.effect.reaction;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of another server likes or boosts a post of somebody here.
 *
 * @param actorId who does
 * @param authorUserId whose post it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reacted(
        @JsonIgnore String verb,
        String statusId,
        String actorId,
        @Nullable String authorUserId) implements DomainEvent {

    @Override
    public String type() {
        return "social.status." + verb;
    }
}
