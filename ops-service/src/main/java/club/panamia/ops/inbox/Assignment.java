package club.panamia.ops.inbox;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who takes a message on. */
record Assignment(
        @Nullable @Size(min = 1, max = 100) @Schema(description = "The id of an administrator; the caller if not said")
        String assignee) {}
