package club.panamia.auth.session;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as its owner may tell it from a stranger's. Its id names it and opens nothing. */
@Schema(description = "A browser in which I am signed in")
public record OpenSession(
        @Schema(required = true) String id,

        @Schema(required = true, description = "Whether it is the one that asks")
        boolean current,

        @Schema(required = true, description = "Such as Firefox on Windows, as far as it told")
        String device,

        @Nullable @Schema(description = "The prefix of the address it was opened from, such as 203.0.113.0/24")
        String ipPrefix,

        @Nullable @Schema(description = "The app that opened it, where that was not the house itself")
        String app,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "To a quarter of an hour")
        Instant lastSeenAt,

        @Schema(required = true) Instant expires) {

    static final String OF_USER = """
            SELECT public_id, created_at, last_seen_at, expires, ip_address, user_agent, issued_by
              FROM sessions
             WHERE user_id = $1 AND expires > now() AND (created_at, public_id) < ($2, $3)
             ORDER BY created_at DESC, public_id DESC
             LIMIT $4
            """;

    private static final String SIDECAR = "sidecar_";

    static OpenSession of(Row row, Actor actor) {
        var id = row.getString("public_id");
        return new OpenSession(
                id,
                id.equals(actor.sessionId()),
                Device.of(row.getString("user_agent")).label(),
                prefix(row.getString("ip_address")),
                app(row.getString("issued_by")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant(),
                row.getOffsetDateTime("expires").toInstant());
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }

    /** Older rows hold a whole address. */
    private static @Nullable String prefix(@Nullable String kept) {
        return kept != null && kept.contains("/") ? kept : AddressPrefix.of(kept);
    }

    private static @Nullable String app(String issuedBy) {
        return issuedBy.startsWith(SIDECAR) ? issuedBy.substring(SIDECAR.length()) : null;
    }
}
