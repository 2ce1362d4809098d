package club.panamia.profile.profile;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** What happens between a profile and its person. */
public final class Ownership {

    private Ownership() {}

    /** It belongs to somebody from now on: they claimed it, or an administrator gave it to them. */
    public record Claimed(
            String profileId,
            String userId,
            int version,
            @JsonIgnore Step step) implements ProfileStep {
        @Override
        public String type() {
            return "profile.profile.claimed";
        }
    }

    /** An administrator took it from somebody; it belongs to nobody again. */
    public record Released(String profileId, String userId, int version) implements ProfileStep {
        @Override
        public String type() {
            return "profile.profile.released";
        }

        @Override
        public Step step() {
            return Step.about(Step.Kind.RELEASED, userId);
        }
    }

    /** Its owner took it away for good. */
    public record Deleted(String profileId, @Nullable String userId, int version) implements DomainEvent {
        @Override
        public String type() {
            return "profile.profile.deleted";
        }
    }
}
