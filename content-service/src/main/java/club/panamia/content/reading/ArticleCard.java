package club.panamia.content.reading;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published article in a list. */
@Schema(description = "A published article in a list")
public record ArticleCard(
        @Schema(required = true) String id,
        @Schema(required = true) String slug,
        @Schema(required = true) String title,
        @Nullable String excerpt,
        @Schema(required = true) String articleType,
        @Schema(required = true) String language,
        @Schema(required = true) List<String> tags,
        @Nullable String coverImage,
        @Nullable String coverImageAlt,

        @Schema(required = true, description = "In minutes") int readingTime,

        @Schema(required = true) Instant publishedAt,

        @Nullable @Schema(description = "Absent when the author is a former member")
        Byline author,

        @Schema(required = true, description = "How many others stand beside the author")
        int coAuthorCount) {

    public static ArticleCard of(Row row) {
        return new ArticleCard(
                row.getString("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("excerpt"),
                row.getString("article_type"),
                row.getString("language"),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("cover_image"),
                row.getString("cover_image_alt"),
                row.getInteger("reading_time"),
                row.getOffsetDateTime("published_at").toInstant(),
                Byline.author(row),
                row.getInteger("co_author_count"));
    }

    Cursor position() {
        return Cursor.of(publishedAt, id);
    }
}
