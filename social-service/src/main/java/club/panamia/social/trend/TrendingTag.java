package club.panamia.social.trend;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hashtag that many use. */
@Schema(description = "A hashtag that many use of late")
record TrendingTag(
        @Schema(required = true, description = "In small letters, without the hash")
        String name,

        @Schema(required = true, description = "How many people; those of another server count as one")
        int people,

        @Schema(required = true, description = "In how many posts")
        int posts) {

    static TrendingTag of(Row row) {
        return new TrendingTag(row.getString("name"), row.getInteger("people"), row.getInteger("posts"));
    }
}
