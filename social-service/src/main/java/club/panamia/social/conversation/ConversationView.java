package club.panamia.social.conversation;

import club.panamia.kernel.page.Cursor;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said among the same few. */
@Schema(name = "SocialConversation")
record ConversationView(
        @Schema(required = true, description = "The same as long as the same people talk")
        String id,

        @Schema(required = true, description = "The others; nobody where I wrote to myself")
        List<Talker> with,

        @Schema(required = true) StatusView last,

        @Schema(required = true, description = "Posts of others that I have not read")
        long unread) {

    static ConversationView of(Row row, MediaLinks links) {
        return new ConversationView(
                row.getString("conversation"),
                row.getJsonArray("talkers").stream().map(Talker::of).toList(),
                StatusView.of(row, links),
                row.getLong("unread"));
    }

    Cursor position() {
        return Cursor.of(last.published(), last.id());
    }

    /** Somebody in it. */
    @Schema(name = "SocialConversationTalker")
    record Talker(
            @Schema(required = true) String id,
            @Schema(required = true) String username,
            @Schema(required = true) String domain,
            @Nullable String name,
            @Nullable String iconUrl) {

        static Talker of(Object document) {
            var json = (JsonObject) document;
            return new Talker(
                    json.getString("id"),
                    json.getString("username"),
                    json.getString("domain"),
                    json.getString("name"),
                    json.getString("iconUrl"));
        }
    }
}
