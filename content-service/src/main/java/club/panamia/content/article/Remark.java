package club.panamia.content.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says about an article that is under review. */
@Schema(description = "What I say about an article, or about a passage of it")
public record Remark(
        @Schema(required = true) @NotBlank @Size(max = 2000) String text,

        @Nullable @Size(max = 500) @Schema(description = "The passage, as it stands there")
        String contentRef,

        @Nullable @Size(max = 100) @Schema(description = "The id of the comment that this one answers")
        String inReplyTo) {

    public Remark {
        text = text == null ? "" : text.strip();
        contentRef = contentRef == null || contentRef.isBlank() ? null : contentRef.strip();
        inReplyTo = inReplyTo == null || inReplyTo.isBlank() ? null : inReplyTo;
    }
}
