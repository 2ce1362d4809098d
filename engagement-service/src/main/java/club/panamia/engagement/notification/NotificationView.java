package club.panamia.engagement.notification;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that one person is told. */
@Schema(description = "Something that I am told")
record NotificationView(
        @Schema(required = true) String id,

        @JsonProperty("_id") @Schema(required = true, description = "The same, for clients that know it by this name")
        String sameId,

        @Schema(required = true) Instant createdAt,

        @Schema(
                required = true,
                enumeration = {
                    "Invite",
                    "Accept",
                    "Reject",
                    "Create",
                    "Update",
                    "Delete",
                    "Announce",
                    "Like",
                    "Follow",
                    "Undo"
                })
        String type,

        @Schema(
                required = true,
                enumeration = {
                    "coauthor",
                    "review",
                    "article",
                    "mentoring",
                    "mention",
                    "follow",
                    "message",
                    "system",
                    "event"
                })
        String context,

        @Nullable @Schema(description = "Who did it; absent for the house itself and for somebody who is gone")
        PersonView actor,

        @Nullable @Schema(enumeration = {"article", "profile", "session", "comment", "event", "venue"})
        String objectType,

        @Nullable @Schema(description = "The object's id") String object,

        @Nullable String objectTitle,

        @Nullable @Schema(description = "A path") String objectUrl,

        @Nullable String message,
        @Schema(required = true) boolean read,
        @Nullable Instant readAt,
        @Nullable Instant archivedAt,
        @Nullable Instant expiresAt) {

    static NotificationView of(Row row) {
        return new NotificationView(
                row.getString("id"),
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("type"),
                row.getString("context"),
                PersonView.of(row),
                row.getString("object_type"),
                row.getString("object"),
                row.getString("object_title"),
                row.getString("object_url"),
                row.getString("message"),
                row.getBoolean("read"),
                instant(row, "read_at"),
                instant(row, "archived_at"),
                instant(row, "expires_at"));
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
