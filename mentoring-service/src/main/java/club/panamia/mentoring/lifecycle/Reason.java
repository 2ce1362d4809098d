package club.panamia.mentoring.lifecycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody says no; the other one reads it. */
@Schema(description = "Why; the other one reads it")
record Reason(
        @Schema(required = true) @NotNull @Size(min = 1, max = 500) @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n]*")
        String reason) {

    Reason {
        reason = reason == null ? "" : reason.replace("\r\n", "\n").strip();
    }
}
