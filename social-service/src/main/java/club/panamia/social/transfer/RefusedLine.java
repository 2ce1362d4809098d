package club.panamia.social.transfer;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a file that could not be taken, and why. */
@Schema(name = "RefusedLine", description = "A line that could not be taken")
record RefusedLine(
        @Schema(required = true) String id,

        @Schema(required = true, description = "Its number in the file; of what should go, a number behind all of them")
        int line,

        @Schema(required = true) String value,

        @Schema(
                required = true,
                description = "The last part of a problem's type, such as no-such-actor or unreachable-elsewhere")
        String reason) {

    static RefusedLine of(Row row) {
        return new RefusedLine(
                row.getString("id"), row.getInteger("place"), row.getString("value"), row.getString("reason"));
    }

    Cursor position() {
        return Cursor.of(id);
    }
}
