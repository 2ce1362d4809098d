package club.panamia.engagement.notification.group;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One person of a group. */
@Schema(description = "Somebody who did what a group tells of")
record GroupMemberView(
        @JsonIgnore String notificationId,

        @Schema(required = true) PersonView person,

        @Schema(required = true, description = "When they did it last that day")
        Instant createdAt) {

    static GroupMemberView of(Row row) {
        return new GroupMemberView(
                row.getString("notification_id"),
                Objects.requireNonNull(PersonView.of(row)),
                row.getOffsetDateTime("created_at").toInstant());
    }

    Cursor position() {
        return Cursor.of(createdAt, notificationId);
    }
}
