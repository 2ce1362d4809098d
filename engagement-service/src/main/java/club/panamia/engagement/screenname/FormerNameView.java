package club.panamia.engagement.screenname;

import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name of former days. */
@Schema(description = "A name that I had")
record FormerNameView(
        @JsonIgnore String id,
        @Schema(required = true) String screenname,

        @Schema(required = true, description = "When I gave it up")
        Instant until) {

    static FormerNameView of(Row row) {
        return new FormerNameView(
                row.getString("id"),
                row.getString("screenname"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    Cursor position() {
        return Cursor.of(until, id);
    }
}
