package club.panamia.social.actor;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person decides about their actor. */
@Schema(description = "What I decide about my actor")
record ActorSettings(
        @NotNull @Nullable @Schema(required = true, description = "Whether I answer each wish to follow me myself")
        Boolean manuallyApprovesFollowers) {}
