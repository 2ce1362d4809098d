package club.panamia.profile.link;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profile that belongs to another, as both have said. */
@Schema(description = "A profile that belongs to this one, as both owners have said")
record PublicLinkView(
        @Schema(required = true) String profileId,
        @Schema(required = true) String screenname,
        @Schema(required = true) String name) {

    static PublicLinkView of(Row row) {
        return new PublicLinkView(row.getString("id"), row.getString("screenname"), row.getString("name"));
    }
}
