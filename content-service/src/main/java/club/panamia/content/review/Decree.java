package club.panamia.content.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A moderator's approval in the place of the reviewer, and why. */
@Schema(description = "An approval in the place of the reviewer, and why; the article's people read it")
record Decree(
        @NotBlank @Size(max = 64) @Schema(required = true, description = "The revision that I have read")
        String revision,

        @Schema(required = true) @Size(min = 10, max = 1000) String reason) {

    Decree {
        reason = reason == null ? "" : reason.strip();
    }
}
