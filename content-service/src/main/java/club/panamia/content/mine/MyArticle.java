package club.panamia.content.mine;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article as one of its authors finds it among their own. */
@Schema(description = "An article of mine")
record MyArticle(
        @Schema(required = true) String id,
        @Schema(required = true) String slug,
        @Schema(required = true) String title,
        @Nullable String excerpt,
        @Schema(required = true) String articleType,
        @Schema(required = true) String status,

        @Schema(required = true, description = "author or coauthor")
        String role,

        @Schema(required = true) List<String> tags,
        @Nullable String coverImage,

        @Schema(required = true, description = "In minutes") int readingTime,

        @Nullable Instant publishedAt,
        @Schema(required = true) Instant updatedAt) {

    static MyArticle of(Row row) {
        return new MyArticle(
                row.getString("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("excerpt"),
                row.getString("article_type"),
                row.getString("status"),
                row.getString("role"),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("cover_image"),
                row.getInteger("reading_time"),
                instant(row.getOffsetDateTime("published_at")),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    Cursor position() {
        return Cursor.of(updatedAt, id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
