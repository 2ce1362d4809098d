package club.panamia.content.comment;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public reply somewhere under an announcement of the article, or to the article itself. */
@Schema(
        description =
                "A comment: a public reply to a post that announces the article, to the article on another server, or to"
                        + " another comment")
record Comment(
        @Schema(required = true) String id,
        @Schema(required = true) Instant publishedAt,

        @Schema(required = true, description = "1 where it answers the announcement, or the article, itself")
        int depth,

        @Schema(
                required = true,
                description = "The comment or announcement that it answers; where it answers the article from another"
                        + " server, the article's ActivityPub id")
        String inReplyTo,

        @Schema(required = true, description = "HTML that may stand in any page")
        String content,

        @Nullable @Schema(description = "What is in it, where readers shall be asked first")
        String contentWarning,

        @Nullable @Schema(description = "Where it is read at its home")
        String url,

        @Schema(required = true) Commenter author) {

    /** @param username the screenname of a member; elsewhere the name that the other server knows */
    @Schema(description = "Who wrote it; domain is that of the server where they are at home")
    record Commenter(
            @Schema(required = true) String username,
            @Schema(required = true) String domain,
            @Nullable String name,
            @Nullable String iconUrl,
            @Schema(required = true) String uri) {}

    static Comment of(Row row) {
        return new Comment(
                row.getString("id"),
                row.getOffsetDateTime("published").toInstant(),
                row.getInteger("depth"),
                row.getString("in_reply_to"),
                row.getString("content"),
                row.getString("content_warning"),
                row.getString("url"),
                new Commenter(
                        row.getString("username"),
                        row.getString("domain"),
                        row.getString("name"),
                        row.getString("icon_url"),
                        row.getString("actor_uri")));
    }

    Cursor position() {
        return Cursor.of(publishedAt, id);
    }
}
