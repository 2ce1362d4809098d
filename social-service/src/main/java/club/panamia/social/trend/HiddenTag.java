package club.panamia.social.trend;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hashtag that does not trend. */
@Schema(description = "A hashtag that does not trend")
record HiddenTag(
        @Schema(required = true, description = "In small letters, without the hash")
        String name,

        @Schema(required = true) Instant since) {

    static HiddenTag of(Row row) {
        return new HiddenTag(
                row.getString("name"), row.getOffsetDateTime("created_at").toInstant());
    }

    Cursor position() {
        return Cursor.of(name);
    }
}
