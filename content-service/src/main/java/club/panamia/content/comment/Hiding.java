package club.panamia.content.comment;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a comment is hidden; its author is not told, the article's people and moderators are. */
@Schema(description = "Why a comment is hidden; for the article's authors and moderators")
record Hiding(
        @Schema(required = true)
        @Size(min = 3, max = 500)
        @Pattern(regexp = "[^\\p{Cc}]*", message = "must be plain text")
        String reason) {

    Hiding {
        reason = reason == null ? "" : reason.strip();
    }
}
