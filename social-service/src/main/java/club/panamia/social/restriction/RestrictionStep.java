package club.panamia.social.restriction;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A moderator has limited or suspended an actor, or neither any more.
 *
 * @param userId the person behind an actor of ours
 * @param standing good, limited or suspended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestrictionStep(String actorId, @Nullable String userId, String standing) implements DomainEvent {

    @Override
    public String type() {
        return "social.actor.restricted";
    }
}
