package club.panamia.content.preview;

import club.panamia.kernel.secret.Tokens;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link to a draft; it is shown this once. */
@Schema(description = "A link to a draft; it is shown this once")
record PreviewLink(
        @Schema(required = true, description = "What GET /api/articles/preview takes")
        String token,

        @Schema(required = true) Instant expiresAt) {

    static PreviewLink until(Instant end) {
        return new PreviewLink(Tokens.newToken(), end);
    }
}
