package club.panamia.social.timeline;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A post that is meant for everybody; to whom else it was sent stays with its author. */
@Schema(name = "Status", description = "A post")
record StatusView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "The post's ActivityPub id")
        String uri,

        @Nullable String url,
        @Schema(required = true) String type,

        @Nullable @Schema(description = "HTML") String content,

        @Nullable String contentWarning,
        @Nullable String language,
        @Schema(required = true) Instant published,
        @Nullable String articleId,
        @Schema(required = true) int repliesCount,
        @Schema(required = true) int likesCount,
        @Schema(required = true) int announcesCount,
        @Schema(required = true) Author actor,
        @Schema(required = true) List<Attachment> attachments) {

    /** Who said it. */
    @Schema(name = "StatusAuthor")
    record Author(
            @Schema(required = true) String id,
            @Schema(required = true) String username,
            @Schema(required = true) String domain,
            @Schema(required = true) String uri,
            @Nullable String name,
            @Nullable String iconUrl) {

        static Author of(Row row) {
            return new Author(
                    row.getString("actor_id"),
                    row.getString("username"),
                    row.getString("domain"),
                    row.getString("actor_uri"),
                    row.getString("name"),
                    row.getString("icon_url"));
        }
    }

    static StatusView of(Row row) {
        return new StatusView(
                row.getString("id"),
                row.getString("uri"),
                row.getString("url"),
                row.getString("type"),
                row.getString("content"),
                row.getString("content_warning"),
                row.getString("language"),
                row.getOffsetDateTime("published").toInstant(),
                row.getString("article_id"),
                row.getInteger("replies_count"),
                row.getInteger("likes_count"),
                row.getInteger("announces_count"),
                Author.of(row),
                row.getJsonArray("attachments").stream().map(Attachment::of).toList());
    }

    Cursor position() {
        return Cursor.of(published, id);
    }
}
