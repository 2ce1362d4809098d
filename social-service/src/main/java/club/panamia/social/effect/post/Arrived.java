package club.panamia.social.effect.post;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of another server has come in.
 *
 * @param heardBy the actors of this server whom it is addressed to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Arrived(
        String statusId,
        String actorId,
        String visibility,
        @Nullable String inReplyToId,
        List<String> heardBy) implements DomainEvent {

    @Override
    public String type() {
        return "social.status.posted";
    }
}
