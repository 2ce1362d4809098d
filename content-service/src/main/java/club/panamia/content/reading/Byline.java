package club.panamia.content.reading;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose name stands under an article. Without a byline the author has left: a former member. */
@Schema(description = "A person's public name; they may have none yet")
record Byline(@Nullable String screenname) {

    /** By the columns {@code author_known} and {@code author_screenname}. */
    static @Nullable Byline author(Row row) {
        return row.getBoolean("author_known") ? new Byline(row.getString("author_screenname")) : null;
    }

    static Byline of(Object document) {
        return new Byline(((JsonObject) document).getString("screenname"));
    }
}
