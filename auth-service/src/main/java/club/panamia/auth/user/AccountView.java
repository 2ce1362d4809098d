package club.panamia.auth.user;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A person's own account, as they see it. */
public record AccountView(
        String id,
        @Nullable String email,
        @Nullable Instant emailVerified,
        @Nullable String name,
        @Nullable String screenname,
        @Nullable String image,
        String accountType,
        Instant createdAt) {

    static final String OF_USER = """
            SELECT id, email, email_verified, name, screenname, image, account_type::text AS account_type, created_at
              FROM users WHERE id = $1
            """;

    static AccountView of(Row row) {
        return new AccountView(
                row.getString("id"),
                row.getString("email"),
                instant(row.getOffsetDateTime("email_verified")),
                row.getString("name"),
                row.getString("screenname"),
                row.getString("image"),
                row.getString("account_type"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
