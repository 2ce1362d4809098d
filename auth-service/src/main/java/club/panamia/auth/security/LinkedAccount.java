package club.panamia.auth.security;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** Another provider's account by which somebody signs in; only those that auth-service linked itself let anybody in. */
record LinkedAccount(String provider, Instant linkedAt) {

    static final String OF_PERSON = """
            SELECT provider, created_at FROM accounts WHERE user_id = $1 AND linked_by = session_user ORDER BY id LIMIT 100
            """;

    static LinkedAccount of(Row row) {
        return new LinkedAccount(
                row.getString("provider"), row.getOffsetDateTime("created_at").toInstant());
    }
}
