package club.panamia.social.follow;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody whom one follows, is followed by, or who would like to follow. */
@Schema(name = "SocialFollow", description = "Somebody whom I follow, who follows me or would like to")
record FollowView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "pending, accepted or rejected")
        String state,

        @Schema(required = true, description = "Since when, or since when it is wished")
        Instant since,

        @Schema(required = true) String actorId,
        @Schema(required = true) String username,
        @Schema(required = true) String domain,
        @Nullable String name,
        @Nullable String iconUrl) {

    static FollowView of(Row row) {
        return new FollowView(
                row.getString("id"),
                row.getString("state"),
                row.getOffsetDateTime("since").toInstant(),
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
