package club.panamia.engagement.points.correction;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Points that an administrator gives or takes. */
@Schema(description = "Points that are given, or taken if negative")
record Adjustment(
        @NotNull @Size(min = 1, max = 24) @Schema(required = true)
        String screenname,

        @NotNull @Min(-10000) @Max(10000) @Schema(required = true)
        Integer points,

        @NotNull @Size(min = 10, max = 500) @Schema(required = true)
        String reason) {}
