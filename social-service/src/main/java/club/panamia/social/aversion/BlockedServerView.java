package club.panamia.social.aversion;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A server that I keep away. */
@Schema(name = "BlockedServer", description = "A server that I keep away")
record BlockedServerView(
        @Schema(required = true, description = "As it stands in the handles of its people")
        String domain,

        @Schema(required = true) Instant since) {

    static BlockedServerView of(Row row) {
        return new BlockedServerView(
                row.getString("domain"), row.getOffsetDateTime("created_at").toInstant());
    }

    Cursor position() {
        return Cursor.of(domain);
    }
}
