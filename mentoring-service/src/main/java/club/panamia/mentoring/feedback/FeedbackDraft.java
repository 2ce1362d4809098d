package club.panamia.mentoring.feedback;

import club.panamia.mentoring.document.WholeNumber;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody found a session. */
@Schema(description = "How I found a session")
record FeedbackDraft(
        @Schema(required = true, description = "1 to 5")
        @NotNull
        @Min(1)
        @Max(5)
        @JsonDeserialize(using = WholeNumber.class)
        Integer rating,

        @Nullable @Size(max = 1000) @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n\\t]*")
        String comment) {

    FeedbackDraft {
        comment = comment == null || comment.isBlank()
                ? null
                : comment.replace("\r\n", "\n").strip();
    }
}
