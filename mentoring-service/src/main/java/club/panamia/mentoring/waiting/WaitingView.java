package club.panamia.mentoring.waiting;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody's waiting stands. */
@Schema(description = "How my waiting stands")
record WaitingView(
        @Schema(required = true, description = "The mentor's screenname; null once they have none") @Nullable
        String mentor,

        @Schema(required = true, description = "Minutes") int duration,
        @Schema(required = true) Instant from,
        @Schema(required = true) Instant until,

        @Schema(required = true, description = "1 for the first in line")
        int place,

        @Nullable @Schema(description = "The start of the slot that is kept for me: book it as any other")
        Instant offeredAt,

        @Nullable @Schema(description = "Until when it is kept")
        Instant offeredUntil) {

    static WaitingView of(Row row) {
        return new WaitingView(
                row.getString("screenname"),
                row.getInteger("duration"),
                row.getOffsetDateTime("wanted_from").toInstant(),
                row.getOffsetDateTime("wanted_until").toInstant(),
                row.getInteger("place"),
                instant(row.getOffsetDateTime("offered_at")),
                instant(row.getOffsetDateTime("offered_until")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
