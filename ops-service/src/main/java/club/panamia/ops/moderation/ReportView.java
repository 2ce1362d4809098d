package club.panamia.ops.moderation;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A report as moderators see it.
 *
 * @param title of an article; what a post said when it was reported; an actor's name
 * @param state of what is reported: an article's, or whether an actor is in good standing, limited or suspended
 * @param author the screenname of whoever made it, while they have an account
 * @param reporterId nobody once they have left
 * @param settledBy the id of a moderator
 */
public record ReportView(
        String source,
        String id,
        Instant at,
        String title,
        String path,
        String state,
        @Nullable String author,
        @Nullable String reporterId,
        @Nullable String reporter,
        String reason,
        @Nullable String note,
        @Nullable String outcome,
        @Nullable Instant settledAt,
        @Nullable String settledBy) {

    static ReportView of(Row row) {
        return new ReportView(
                row.getString("source"),
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("title"),
                row.getString("path"),
                row.getString("state"),
                row.getString("author"),
                row.getString("reporter_id"),
                row.getString("reporter"),
                row.getString("reason"),
                row.getString("note"),
                row.getString("outcome"),
                instant(row.getOffsetDateTime("settled_at")),
                row.getString("settled_by"));
    }

    Cursor position() {
        return Cursor.of(id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
