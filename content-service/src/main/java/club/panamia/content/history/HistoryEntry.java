package club.panamia.content.history;

import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that was done with an article. */
@Schema(description = "One thing that was done with an article")
record HistoryEntry(
        @JsonIgnore String id,
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "Such as coauthor-accepted, review-approved, article-published")
        String step,

        @Schema(required = true, description = "The id of the person who did it")
        String actorId,

        @Nullable @Schema(description = "Absent where they are gone")
        String actorScreenname,

        @Nullable @Schema(description = "The id of the person whom it was about")
        String subject,

        @Nullable String subjectScreenname,
        @Nullable String reason) {

    static HistoryEntry of(Row row) {
        return new HistoryEntry(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("step"),
                row.getString("actor_id"),
                row.getString("actor_screenname"),
                row.getString("subject"),
                row.getString("subject_screenname"),
                row.getString("reason"));
    }

    Cursor position() {
        return Cursor.of(id);
    }
}
