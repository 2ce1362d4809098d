package club.panamia.ops.inbox;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was answered, when and by whom. */
record ReplyView(String id, Instant createdAt, @Nullable String authorId, String message) {

    static ReplyView of(Row row) {
        return new ReplyView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("author_id"),
                row.getString("message"));
    }
}
