package club.panamia.social.restriction;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who is limited or suspended, for moderators. */
@Schema(name = "RestrictedActor")
record RestrictedActor(
        @Schema(required = true) String id,
        @Schema(required = true) String username,
        @Schema(required = true) String domain,
        @Nullable String name,

        @Schema(required = true, description = "limited or suspended")
        String standing) {

    static RestrictedActor of(Row row) {
        return new RestrictedActor(
                row.getString("id"),
                row.getString("username"),
                row.getString("domain"),
                row.getString("name"),
                row.getString("standing"));
    }

    Cursor position() {
        return Cursor.of(id);
    }
}
