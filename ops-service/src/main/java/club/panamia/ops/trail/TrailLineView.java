package club.panamia.ops.trail;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail.
 *
 * @param actorId nobody for the house itself
 * @param writtenBy the role of the service that wrote it
 */
record TrailLineView(
        String id,
        Instant at,
        @Nullable String actorId,
        String subjectId,
        String action,
        @Nullable String reason,
        String writtenBy) {

    static TrailLineView of(Row row) {
        return new TrailLineView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("actor_id"),
                row.getString("subject_id"),
                row.getString("action"),
                row.getString("reason"),
                row.getString("written_by"));
    }

    Cursor position() {
        return Cursor.of(at, id);
    }
}
