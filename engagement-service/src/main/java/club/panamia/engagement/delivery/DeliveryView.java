package club.panamia.engagement.delivery;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an event on its way to a person. */
@Schema(description = "What became of something on its way to me by one channel")
record DeliveryView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant createdAt,

        @Nullable @Schema(description = "Absent where nothing was told at all, or it is gone by now")
        String notificationId,

        @Schema(required = true) String category,

        @Schema(required = true, description = "What happened", examples = "review-requested")
        String kind,

        @Schema(
                required = true,
                enumeration = {"inApp", "email"})
        String channel,

        @Schema(
                required = true,
                description = "queued waits; skipped was wanted, and then not needed; withheld was not wanted",
                enumeration = {"queued", "sent", "skipped", "withheld"})
        String state,

        @Nullable
        @Schema(
                description = "Why it was skipped or withheld; person-muted: also where one of you blocks the other;"
                        + " own-letter: another mail says it",
                enumeration = {
                    "not-wanted",
                    "paused",
                    "person-muted",
                    "thread-muted",
                    "person-locked",
                    "account-locked",
                    "digest-off",
                    "read",
                    "gone",
                    "no-address",
                    "own-letter"
                })
        String reason,

        @Nullable @Schema(description = "When it will be sent at the earliest, while it is queued")
        Instant dueAt) {

    static DeliveryView of(Row row) {
        OffsetDateTime due = row.getOffsetDateTime("due_at");
        return new DeliveryView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("notification_id"),
                row.getString("category"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("state"),
                row.getString("reason"),
                due == null ? null : due.toInstant());
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }
}
