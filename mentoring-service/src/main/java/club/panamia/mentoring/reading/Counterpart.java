package club.panamia.mentoring.reading;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The other person in a session: their public face, never an address. */
@Schema(description = "The other person in a session")
record Counterpart(
        @Schema(required = true) String id,
        @Nullable String screenname,
        @Nullable String name,
        @Nullable String image) {

    /** Null when that person is gone. */
    static @Nullable Counterpart of(Row row) {
        var id = row.getString("other_id");
        return id == null
                ? null
                : new Counterpart(
                        id,
                        row.getString("other_screenname"),
                        row.getString("other_name"),
                        row.getString("other_image"));
    }
}
