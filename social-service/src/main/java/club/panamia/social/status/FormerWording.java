package club.panamia.social.status;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a post said before it was changed. */
@Schema(description = "What a post said before it was changed")
record FormerWording(
        @Schema(required = true, description = "HTML") String content,

        @Nullable String contentWarning,

        @Schema(required = true, description = "From when on it was said like this")
        Instant saidAt) {

    static FormerWording of(Row row) {
        return new FormerWording(
                row.getString("content"),
                row.getString("content_warning"),
                row.getOffsetDateTime("said_at").toInstant());
    }
}
