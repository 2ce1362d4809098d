package club.panamia.content.comment;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment that readers do not see, for those who may show it again. */
@Schema(description = "A comment that is hidden, with who did it and why")
record HiddenComment(
        @Schema(required = true) String id,
        @Schema(required = true) Instant hiddenAt,

        @Nullable @Schema(description = "A screenname; absent where they have left")
        String hiddenBy,

        @Schema(required = true) String reason,
        @Nullable String content,

        @Schema(required = true, description = "username@domain")
        String author) {

    static HiddenComment of(Row row) {
        return new HiddenComment(
                row.getString("status_id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("hidden_by"),
                row.getString("reason"),
                row.getString("content"),
                row.getString("username") + "@" + row.getString("domain"));
    }

    Cursor position() {
        return Cursor.of(hiddenAt, id);
    }
}
