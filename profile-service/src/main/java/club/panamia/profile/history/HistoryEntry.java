package club.panamia.profile.history;

import club.panamia.kernel.page.Cursor;
import club.panamia.profile.profile.Step;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that was done about a profile. */
@Schema(description = "One thing that was done about a profile")
record HistoryEntry(
        @JsonIgnore String id,
        @Schema(required = true) Instant at,

        @Schema(required = true, implementation = Step.Kind.class)
        String step,

        @Schema(required = true, description = "The id of the person who did it")
        String actorId,

        @Nullable @Schema(description = "Absent where they have none, or are gone")
        String actorScreenname,

        @Nullable
        @Schema(description = "The badge, the role, or the id of the person to whom it went or from whom it was taken")
        String subject,

        @Nullable String reason) {

    static HistoryEntry of(Row row) {
        return new HistoryEntry(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("step"),
                row.getString("actor_id"),
                row.getString("screenname"),
                row.getString("subject"),
                row.getString("reason"));
    }

    Cursor position() {
        return Cursor.of(id);
    }
}
