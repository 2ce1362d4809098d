package club.panamia.content.coauthor;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an author writes to somebody whom they ask to stand beside them. */
@Schema(description = "What I write to somebody whom I invite")
record Invitation(@Nullable @Size(max = 500) String message) {

    Invitation {
        message = message == null || message.isBlank() ? null : message.strip();
    }
}
