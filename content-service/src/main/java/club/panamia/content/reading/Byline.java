package club.panamia.content.reading;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose name stands under an article. Without a byline the author has left and wanted no name there: a former member. */
@Schema(description = "A person's public name; they may have none yet")
public record Byline(
        @Nullable String screenname,

        @Schema(description = "The name that somebody who has left let stand; it leads nowhere") @Nullable
        String formerMember) {

    /** By the columns {@code author_known}, {@code author_screenname} and {@code credited_as}. */
    static @Nullable Byline author(Row row) {
        if (row.getBoolean("author_known")) {
            return new Byline(row.getString("author_screenname"), null);
        }
        var name = row.getString("credited_as");
        return name == null ? null : new Byline(null, name);
    }

    static Byline of(Object document) {
        return new Byline(((JsonObject) document).getString("screenname"), null);
    }
}
