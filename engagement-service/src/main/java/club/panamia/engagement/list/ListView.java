package club.panamia.engagement.list;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list, without what is on it. */
@Schema(description = "A list, without what is on it")
record ListView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @JsonIgnore int version,
        @Schema(required = true) String name,

        @Nullable @Schema(description = "What finds it among its owner's lists, by their address")
        String slug,

        @Nullable String description,
        @Schema(required = true) Visibility visibility,
        @Schema(required = true) int memberCount,

        @Nullable @Schema(description = "Whose it is") PersonView owner) {

    /** What a query selects of {@code user_lists l}, beside {@link PersonView#COLUMNS}. */
    static final String COLUMNS = """
            l.id, l.created_at, l.updated_at, l.version, l.name, l.slug, l.description, CAST(l.visibility AS text) AS visibility,
            l.member_count""";

    static ListView of(Row row) {
        return new ListView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"),
                row.getString("name"),
                row.getString("slug"),
                row.getString("description"),
                Visibility.of(row.getString("visibility")),
                row.getInteger("member_count"),
                PersonView.of(row));
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }
}
