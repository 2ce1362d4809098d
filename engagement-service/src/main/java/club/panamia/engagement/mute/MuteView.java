package club.panamia.engagement.mute;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody or something that one hears nothing of. */
@Schema(description = "Whom or what I muted: one of the two")
record MuteView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant createdAt,
        @Nullable PersonView person,

        @Nullable @Schema(description = "The id of an article or a session")
        String thread) {

    static MuteView of(Row row) {
        return new MuteView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                PersonView.of(row),
                row.getString("thread"));
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }
}
