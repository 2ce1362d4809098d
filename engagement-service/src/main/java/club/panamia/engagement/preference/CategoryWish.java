package club.panamia.engagement.preference;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On which channels somebody wants to hear of a category. */
@Schema(description = "On which channels I want to hear of a category")
record CategoryWish(
        @NotNull @Schema(required = true, description = "In the inbox; what is not wanted there goes to the archive")
        Boolean inApp,

        @NotNull @Schema(required = true) Boolean email) {}
