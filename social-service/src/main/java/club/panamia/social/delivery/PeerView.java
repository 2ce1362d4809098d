package club.panamia.social.delivery;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How things stand with another server. */
@Schema(name = "PeerServer", description = "What waits for another server, and how it answers")
record PeerView(
        @Schema(required = true) String host,

        @Schema(required = true, description = "The form of signatures that it understands: cavage or rfc9421")
        String signature,

        @Schema(required = true) long waiting,

        @Schema(required = true, description = "What it has refused or not taken in time; it can be sent again")
        long dead,

        @Schema(required = true, description = "Failures in a row")
        int failures,

        @Schema(required = true, description = "On so many days; from the seventh on nothing waits for it")
        int failedDays,

        @Nullable Instant failingSince,
        @Nullable Instant lastSuccess,

        @Nullable @Schema(description = "Until then it is left alone")
        Instant closedUntil) {

    static PeerView of(Row row) {
        return new PeerView(
                row.getString("host"),
                row.getString("signature"),
                row.getLong("waiting"),
                row.getLong("dead"),
                row.getInteger("failures"),
                row.getInteger("failed_days"),
                instant(row.getOffsetDateTime("failing_since")),
                instant(row.getOffsetDateTime("answered_at")),
                instant(row.getOffsetDateTime("closed_until")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    Cursor position() {
        return Cursor.of(host);
    }
}
