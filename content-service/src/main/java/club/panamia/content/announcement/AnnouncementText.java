package club.panamia.content.announcement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an author wants to say; the article's address is put behind it. */
@Schema(description = "What I want to say; the article's address is put behind it")
record AnnouncementText(
        @NotBlank @Size(max = 500) @Schema(required = true, description = "Plain text")
        String text) {

    AnnouncementText {
        text = text == null ? "" : text.strip();
    }
}
