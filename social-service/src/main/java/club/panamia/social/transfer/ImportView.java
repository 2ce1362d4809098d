package club.panamia.social.transfer;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a file is that somebody has brought. */
@Schema(name = "SocialImport", description = "How far a file is that I have brought; it is forgotten after 30 days")
record ImportView(
        @Schema(required = true) String id,
        @Schema(required = true) Kind kind,
        @Schema(required = true) Mode mode,
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "How many things it is about; of overwrite, also what goes")
        int lines,

        @Schema(required = true, description = "How many of them wait; at 0 all is done that can be")
        int waiting,

        @Schema(required = true) int done,
        @Schema(required = true) int refused) {

    static ImportView of(Row row) {
        return new ImportView(
                row.getString("id"),
                Kind.fromString(row.getString("kind")),
                Mode.fromString(row.getString("mode")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("lines"),
                row.getInteger("waiting"),
                row.getInteger("done"),
                row.getInteger("refused"));
    }
}
