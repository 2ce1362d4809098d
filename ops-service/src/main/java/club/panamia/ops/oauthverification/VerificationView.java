package club.panamia.ops.oauthverification;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A sign-in that waits, as administrators see it. Never its link. */
record VerificationView(
        String id,
        String email,
        String provider,
        @Nullable String account,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt) {

    static final String ALL = """
            SELECT id, email, provider, oauth_profile ->> 'shown' AS account, created_at, expires_at, confirmed_at
              FROM o_auth_verifications
             WHERE id < $1
             ORDER BY id DESC
             LIMIT $2
            """;

    static VerificationView of(Row row) {
        return new VerificationView(
                row.getString("id"),
                row.getString("email"),
                row.getString("provider"),
                row.getString("account"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                instant(row.getOffsetDateTime("confirmed_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
