package club.panamia.mentoring.intake;

import club.panamia.kernel.page.Cursor;
import club.panamia.mentoring.form.FormType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A form, for whoever looks after them: without what its writer said of where they come from. */
@Schema(description = "A form, without what its writer said of where they come from")
record FormCard(
        @Schema(required = true) String id,
        @Schema(required = true) FormType type,
        @Schema(required = true) String email,

        @Nullable @Schema(description = "The account that it belongs to")
        String userId,

        @Nullable String name,
        @Schema(required = true) boolean complete,
        @Nullable Instant completedAt,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, type = SchemaType.OBJECT) Map<String, Object> data) {

    static FormCard of(Row row) {
        return new FormCard(
                row.getString("id"),
                FormType.of(row.getString("form_type")),
                row.getString("email"),
                row.getString("user_id"),
                row.getString("name"),
                row.getBoolean("complete"),
                instant(row.getOffsetDateTime("completed_at")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.get(JsonObject.class, "data").getMap());
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
