package club.panamia.engagement.screenname;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a name is locked or given free. */
@Schema(description = "Why a name is locked or given free; it stands in the audit trail")
record ScreennameDecision(
        @NotNull @Size(min = 10, max = 500) @Schema(required = true)
        String reason) {}
