package club.panamia.content.revision;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that an article said, in a list. */
@Schema(description = "One thing that an article said, or would have said")
public record RevisionEntry(
        @Schema(required = true) String id,
        @Schema(required = true) Instant at,

        @Nullable @Schema(description = "Who saved it; absent where they have left")
        String screenname,

        @Schema(
                required = true,
                enumeration = {"save", "branch", "restoration"},
                description = "A branch was refused: another save came first")
        String kind,

        @Schema(
                required = true,
                description = "The version that it became; of a branch the one that it was meant to change")
        int version,

        @Schema(required = true, description = "Names title, content, type and cover")
        String revision,

        @Schema(required = true) String title) {

    static RevisionEntry of(Row row) {
        return new RevisionEntry(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("screenname"),
                row.getString("kind"),
                row.getInteger("version"),
                row.getString("revision"),
                row.getString("title"));
    }

    Cursor position() {
        return Cursor.of(id);
    }
}
