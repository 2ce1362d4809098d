package club.panamia.auth.erasure;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the erasure of somebody who has left has come.
 *
 * @param waitingFor services that have not done their part
 * @param heldBy the table of an app that still refers to the empty row
 */
record ErasureView(
        String id,
        String userId,
        Instant requestedAt,
        String authorship,
        List<String> waitingFor,
        @Nullable Instant completedAt,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable String heldBy,
        @Nullable Instant erasedAt) {

    static ErasureView of(Row row) {
        return new ErasureView(
                row.getString("id"),
                row.getString("user_id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("authorship"),
                List.of(row.getArrayOfStrings("waiting_for")),
                instant(row.getOffsetDateTime("completed_at")),
                row.getInteger("attempts"),
                instant(row.getOffsetDateTime("tried_at")),
                row.getString("held_by"),
                instant(row.getOffsetDateTime("erased_at")));
    }

    Cursor position() {
        return Cursor.of(requestedAt, id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
