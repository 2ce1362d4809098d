package club.panamia.content.report;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as moderators see it. */
@Schema(description = "A report that waits for a moderator")
record ReportView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant at,
        @Schema(required = true) String slug,
        @Schema(required = true) String title,
        @Schema(required = true) String articleStatus,

        @Nullable @Schema(description = "Who reported it; absent where they have left")
        String screenname,

        @Schema(required = true) String reason,
        @Nullable String note) {

    static ReportView of(Row row) {
        return new ReportView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("slug"),
                row.getString("title"),
                row.getString("status"),
                row.getString("screenname"),
                row.getString("reason"),
                row.getString("note"));
    }

    Cursor position() {
        return Cursor.of(id);
    }
}
