package club.panamia.ops.newsletter;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody who asked for the newsletter, as administrators see them. */
record SignupView(
        String id,
        Instant createdAt,
        String email,
        @Nullable String name,
        @Nullable SignupType signupType,
        String locale,
        @Nullable Instant confirmedAt,
        @Nullable Instant unsubscribedAt) {

    static SignupView of(Row row) {
        return new SignupView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("email"),
                row.getString("name"),
                SignupType.find(row.getString("signup_type")).orElse(null),
                row.getString("locale"),
                instant(row.getOffsetDateTime("confirmed_at")),
                instant(row.getOffsetDateTime("unsubscribed_at")));
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
