package club.panamia.engagement.points;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody's code brought on a day; never who it was. */
@Schema(description = "What my code brought on a day of UTC")
record ReferralView(
        @Schema(required = true) LocalDate day,
        @Schema(required = true) String action,
        @Schema(required = true) long count,
        @Schema(required = true) long points) {

    static ReferralView of(Row row) {
        return new ReferralView(
                row.getLocalDate("day"), row.getString("action"), row.getLong("count"), row.getLong("points"));
    }

    Cursor position() {
        return Cursor.of(day, action);
    }
}
