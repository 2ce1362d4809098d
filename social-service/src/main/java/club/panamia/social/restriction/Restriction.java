package club.panamia.social.restriction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a moderator decides about an actor, and why. */
@Schema(name = "ActorRestriction")
record Restriction(
        @NotNull
        @Schema(
                required = true,
                description = "limited: heard by their followers only; suspended: heard and found by nobody")
        Standing standing,

        @NotBlank @Size(min = 10, max = 1000) @Schema(required = true, description = "For the trail")
        String reason) {}
