package club.panamia.engagement.points.correction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an entry is taken back. */
@Schema(description = "Why an entry is taken back")
record Reversal(
        @NotNull @Size(min = 10, max = 500) @Schema(required = true)
        String reason) {}
