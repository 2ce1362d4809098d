package club.panamia.content.finding;

import club.panamia.content.reading.ArticleCard;
import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article that was found, with the place where. */
@Schema(description = "An article that was found")
record FoundArticle(
        @JsonIgnore int rank,
        @Schema(required = true) ArticleCard article,

        @Schema(required = true, description = "HTML: where it was found, the words in <mark>")
        String highlight) {

    static FoundArticle of(Row row) {
        return new FoundArticle(
                row.getInteger("rank"), ArticleCard.of(row), Highlight.html(row.getString("highlight")));
    }

    Cursor position() {
        return Cursor.of(rank, article.id());
    }
}
