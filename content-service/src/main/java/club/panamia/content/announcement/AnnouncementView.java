package club.panamia.content.announcement;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an author says when an article goes out. */
@Schema(description = "What I say when an article of mine goes out")
record AnnouncementView(
        @Schema(required = true) String text,

        @Schema(required = true, description = "Whether it has become a post; it stays as it is then")
        boolean posted,

        @Nullable @Schema(description = "The id of the post")
        String statusId,

        @Schema(required = true) Instant updatedAt) {

    static AnnouncementView of(Row row) {
        var statusId = row.getString("status_id");
        return new AnnouncementView(
                row.getString("content"),
                statusId != null,
                statusId,
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
