package club.panamia.social.aversion;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody whom I block or mute. */
@Schema(name = "UnheardActor", description = "Somebody whom I block or mute")
record AversionView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant since,
        @Schema(required = true) String actorId,
        @Schema(required = true) String username,
        @Schema(required = true) String domain,
        @Nullable String name,
        @Nullable String iconUrl) {

    static AversionView of(Row row) {
        return new AversionView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("actor_id"),
                row.getString("username"),
                row.getString("domain"),
                row.getString("name"),
                row.getString("icon_url"));
    }

    Cursor position() {
        return Cursor.of(since, id);
    }
}
