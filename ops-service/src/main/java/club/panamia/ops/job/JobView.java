package club.panamia.ops.job;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A job as administrators see it.
 *
 * @param done in the run that goes on, or else in the last one
 * @param failures since it last came to its end
 */
public record JobView(
        String name,
        String service,
        boolean running,
        Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long done,
        long doneEver,
        int failures,
        @Nullable String error) {

    static JobView of(Row row) {
        return new JobView(
                row.getString("name"),
                row.getString("service"),
                row.getBoolean("running"),
                row.getOffsetDateTime("due_at").toInstant(),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("ended_at")),
                row.getLong("done"),
                row.getLong("done_ever"),
                row.getInteger("failures"),
                row.getString("error"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
