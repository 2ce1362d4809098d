package club.panamia.ops.mail;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A mail in the outbox as administrators see it: where it stands, never what is in it. */
record MailView(
        String id,
        Instant createdAt,
        String template,
        String locale,
        String recipient,
        String state,
        int attempts,
        Instant nextAttemptAt,
        Instant expiresAt,
        @Nullable Instant sentAt,
        @Nullable String sentBy,
        @Nullable String error) {

    static MailView of(Row row) {
        return new MailView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("template"),
                row.getString("locale"),
                row.getString("recipient"),
                row.getString("state"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("next_attempt_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                instant(row.getOffsetDateTime("sent_at")),
                row.getString("sent_by"),
                row.getString("error"));
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
