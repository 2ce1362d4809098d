package club.panamia.content.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom authors ask to review their article, and what they write to that person. */
@Schema(description = "Whom I ask for a review, and what I write to them")
record ReviewWish(
        @Schema(required = true) @NotBlank @Size(max = 100) String userId,
        @Nullable @Size(max = 500) String message) {

    ReviewWish {
        message = message == null || message.isBlank() ? null : message.strip();
    }
}
