package club.panamia.content.tag;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag, with how much there is to read about it. */
@Schema(description = "A tag, with how much there is to read about it")
record TagView(
        @Schema(required = true) String tag,

        @Schema(required = true, description = "How many published articles have it")
        int articles,

        @Schema(required = true, description = "When the newest of them was published")
        Instant latest) {

    static TagView of(Row row) {
        return new TagView(
                row.getString("tag"),
                row.getInteger("articles"),
                row.getOffsetDateTime("latest").toInstant());
    }
}
