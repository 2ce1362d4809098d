package club.panamia.engagement.points;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the ledger. */
@Schema(description = "An entry of my ledger")
record EntryView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, examples = "profile_signup")
        String action,

        @Schema(required = true, description = "Negative for a reversal")
        int points,

        @Nullable @Schema(description = "The entry that this one takes back")
        String reversalOf,

        @Nullable @Schema(description = "Why, where an administrator did it")
        String reason) {

    static EntryView of(Row row) {
        return new EntryView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("action"),
                row.getInteger("points"),
                row.getString("reversal_of"),
                row.getString("reason"));
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }
}
