package club.panamia.content.preview;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a link leads to a draft, but not which. */
@Schema(description = "That a link leads to a draft, but not which")
record PreviewView(
        @Schema(required = true) Instant since,
        @Schema(required = true) Instant expiresAt) {}
