package club.panamia.social.reaction;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who likes or has boosted a post. */
@Schema(name = "Reactor", description = "Somebody who likes or has boosted a post")
record ReactorView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant at,
        @Schema(required = true) String actorId,
        @Schema(required = true) String username,
        @Schema(required = true) String domain,
        @Nullable String name,
        @Nullable String iconUrl) {

    static ReactorView of(Row row) {
        return new ReactorView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("actor_id"),
                row.getString("username"),
                row.getString("domain"),
                row.getString("name"),
                row.getString("icon_url"));
    }

    Cursor position() {
        return Cursor.of(at, id);
    }
}
