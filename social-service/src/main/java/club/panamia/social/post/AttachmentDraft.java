package club.panamia.social.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An upload of mine that the post is to show. */
@Schema(description = "An upload of mine that the post is to show")
public record AttachmentDraft(
        @NotBlank @Size(max = 64) @Schema(required = true, description = "The upload's id")
        String id,

        @Nullable
        @Size(min = 1, max = 1500)
        @Pattern(regexp = "[^\\p{Cc}]*[^\\p{Cc}\\s][^\\p{Cc}]*", message = "must be plain text")
        @Schema(description = "What those read who do not see or hear it; a picture must have it")
        String description,

        @Nullable @Valid @Schema(description = "Of a picture: what matters in it")
        Focus focus,

        @Nullable
        @Size(min = 1, max = 100)
        @Schema(
                description =
                        "Of a sound: how loud it is, slice by slice, as measured when it was recorded; of a WAV sound it"
                                + " is measured here instead")
        List<@NotNull @DecimalMin("0") @DecimalMax("1") Double> peaks) {

    public AttachmentDraft {
        peaks = peaks == null ? null : List.copyOf(peaks);
    }

    /** A point, seen from a picture's middle. */
    @Schema(name = "FocusDraft", description = "A point, seen from the picture's middle")
    record Focus(
            @NotNull
            @DecimalMin("-1")
            @DecimalMax("1")
            @Schema(required = true, description = "From -1, the left edge, to 1")
            Double x,

            @NotNull
            @DecimalMin("-1")
            @DecimalMax("1")
            @Schema(required = true, description = "From -1, the lower edge, to 1")
            Double y) {}
}
