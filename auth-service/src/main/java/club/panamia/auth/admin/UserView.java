package club.panamia.auth.admin;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person as administrators see them. */
record UserView(
        String id,
        @Nullable String email,
        @Nullable Instant emailProvenAt,
        @Nullable String name,
        @Nullable String screenname,
        boolean isAdmin,
        @Nullable Instant lockedAt,
        @Nullable String lockReason,
        @Nullable Instant leftAt,
        int sessions,
        List<String> providers,
        Instant createdAt) {

    static UserView of(Row row) {
        return new UserView(
                row.getString("id"),
                row.getString("email"),
                instant(row.getOffsetDateTime("email_proven_at")),
                row.getString("name"),
                row.getString("screenname"),
                "admin".equals(row.getString("role")),
                instant(row.getOffsetDateTime("locked_at")),
                row.getString("lock_reason"),
                instant(row.getOffsetDateTime("scrubbed_at")),
                row.getInteger("sessions"),
                List.of(row.getArrayOfStrings("providers")),
                row.getOffsetDateTime("created_at").toInstant());
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
