package club.panamia.content.moderation;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an article is taken out of sight; its authors read it. */
@Schema(description = "Why an article is removed; its authors read it")
record Removal(
        @Schema(required = true) @Size(min = 10, max = 1000) String reason) {

    Removal {
        reason = reason == null ? "" : reason.strip();
    }
}
