package club.panamia.social.conversation;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much somebody has not read. */
@Schema(name = "SocialUnread")
record UnreadView(
        @Schema(required = true, description = "Posts that name me")
        long mentions,

        @Schema(required = true, description = "Direct posts to me")
        long messages) {

    static UnreadView of(Row row) {
        return new UnreadView(row.getLong("mentions"), row.getLong("messages"));
    }
}
