package club.panamia.ops.inbox;

import club.panamia.kernel.page.Cursor;
import club.panamia.ops.contact.Doubt;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message as staff sees it in the list. */
record MessageView(
        String id,
        Instant createdAt,
        @Nullable String userId,
        String name,
        String email,
        String message,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant assignedAt,
        @Nullable String assignedTo,
        @Nullable Doubt quarantinedFor,
        int replies) {

    static MessageView of(Row row) {
        return new MessageView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("user_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("message"),
                instant(row.getOffsetDateTime("acknowledged_at")),
                row.getString("acknowledged_by"),
                instant(row.getOffsetDateTime("assigned_at")),
                row.getString("assigned_to"),
                Optional.ofNullable(row.getString("quarantined_for"))
                        .map(Doubt::of)
                        .orElse(null),
                row.getInteger("replies"));
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
