package club.panamia.profile.profile;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/** An event of a profile that its history keeps, too; a reason stays in the history and does not travel. */
public interface ProfileStep extends DomainEvent {

    String profileId();

    int version();

    @JsonIgnore
    Step step();
}
