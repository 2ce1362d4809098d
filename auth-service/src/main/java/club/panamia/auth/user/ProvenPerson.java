package club.panamia.auth.user;

import static club.panamia.auth.user.UserProblem.LOCKED;

import club.panamia.kernel.event.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody whose address was just proven; {@code isNew} when that made the account. */
public record ProvenPerson(String id, @Nullable Instant lockedAt, boolean isNew) {

    /** Somebody joined. */
    public record Registered(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.registered";
        }
    }

    /** A locked person stays outside, whatever they can prove. */
    public ProvenPerson notLocked() {
        if (lockedAt != null) {
            throw LOCKED.because("Write to hola@panamia.club if you think that this is a mistake.");
        }
        return this;
    }
}
