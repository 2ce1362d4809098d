package club.panamia.profile.link;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link from my profile. */
@Schema(description = "A link from my profile")
record LinkView(
        @Schema(required = true) String profileId,
        @Nullable String screenname,
        @Schema(required = true) String name,

        @Schema(
                required = true,
                enumeration = {"asked", "received", "accepted"},
                description = "asked: it is the other's turn; received: it is mine; accepted: shown to everybody")
        String state,

        @Schema(required = true) Instant since) {

    static LinkView of(Row row) {
        return new LinkView(
                row.getString("id"),
                row.getString("screenname"),
                row.getString("name"),
                row.getString("state"),
                Instant.parse(row.getString("since")));
    }
}
