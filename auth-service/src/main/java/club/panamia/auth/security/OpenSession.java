package club.panamia.auth.security;

import club.panamia.kernel.identity.Actor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner may tell it from a stranger's.
 *
 * @param browser what the browser calls itself
 * @param network the first 24 bits of an IPv4 address
 * @param app the sidecar that opened it
 */
record OpenSession(
        String id,
        boolean current,
        @Nullable String browser,
        @Nullable String network,
        @Nullable String app,
        Instant openedAt,
        Instant lastSeenAt) {

    static final String OF_PERSON = """
            SELECT public_id, left(user_agent, 120) AS browser, created_at, last_seen_at,
                   substring(ip_address from '^[0-9]+[.][0-9]+[.][0-9]+[.]') || '0/24' AS network,
                   substring(issued_by from '^sidecar_(.*)$') AS app
              FROM sessions
             WHERE user_id = $1 AND expires > now()
             ORDER BY last_seen_at DESC, public_id DESC
             LIMIT 100
            """;

    static OpenSession of(Row row, Actor person) {
        var id = row.getString("public_id");
        return new OpenSession(
                id,
                id.equals(person.sessionId()),
                row.getString("browser"),
                row.getString("network"),
                row.getString("app"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant());
    }
}
