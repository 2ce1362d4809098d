package club.panamia.ops.suppression;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An address as administrators see it, and whether mail still goes there. */
record SuppressionView(
        String id,
        String address,
        Instant createdAt,
        @Nullable Instant bouncedAt,
        @Nullable Instant complainedAt,
        @Nullable Instant liftedAt) {

    static SuppressionView of(Row row) {
        return new SuppressionView(
                row.getString("id"),
                row.getString("address"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("bounced_at")),
                instant(row.getOffsetDateTime("complained_at")),
                instant(row.getOffsetDateTime("lifted_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
