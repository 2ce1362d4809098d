package club.panamia.profile.claim;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a profile shall belong. */
record OwnerChoice(
        @Schema(required = true, description = "The id of a person") @NotNull @Size(min = 1, max = 64)
        String userId) {}
