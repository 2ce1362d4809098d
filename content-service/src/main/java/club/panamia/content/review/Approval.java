package club.panamia.content.review;

import club.panamia.content.article.Review.Checklist;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reviewer vouches for. */
@Schema(description = "What I vouch for")
record Approval(
        @Schema(required = true, description = "The revision that I have read") @NotBlank @Size(max = 64)
        String revision,

        @Schema(required = true, description = "All three must be true") @NotNull
        Checklist checklist) {}
