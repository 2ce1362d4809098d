package club.panamia.social.post;

import club.panamia.social.post.AttachmentDraft.Focus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Better words for a picture, a sound or a film. */
@Schema(description = "Better words for a picture, a sound or a film")
record AttachmentChange(
        @NotNull
        @Size(min = 1, max = 1500)
        @Pattern(regexp = "[^\\p{Cc}]*[^\\p{Cc}\\s][^\\p{Cc}]*", message = "must be plain text")
        @Schema(required = true, description = "What those read who do not see or hear it")
        String description,

        @Nullable @Valid @Schema(description = "Of a picture: what matters in it; its middle, if nothing is said")
        Focus focus) {

    @Nullable
    Double x() {
        return focus == null ? null : focus.x();
    }

    @Nullable
    Double y() {
        return focus == null ? null : focus.y();
    }
}
