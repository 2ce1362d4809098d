package club.panamia.mentoring.note;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All of the notes, as plain text; empty to clear them. */
@Schema(description = "All of the notes, as plain text")
record NoteText(
        @Schema(required = true) @NotNull @Size(max = 5000) @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n\\t]*")
        String content) {

    NoteText {
        if (content != null) {
            content = content.replace("\r\n", "\n");
        }
    }
}
