package club.panamia.auth.people;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wrote something, as it stands beside it. Somebody who is gone is a former member, and so is an id that never was. */
@Schema(description = "Who wrote something")
record Byline(
        @Schema(required = true) String id,
        @Schema(required = true) boolean deleted,

        @Schema(required = true, description = "The screenname, Anonymous without one, or Former Member")
        String displayName,

        @Nullable String screenname,
        @Nullable String name,
        @Nullable String image,

        @Schema(required = true, description = "Whether their profile is Pana verified")
        boolean verified) {

    /** In the order of the ids that were asked for. */
    static final String OF_IDS = """
            SELECT asked.id, u.id IS NULL AS deleted, u.screenname, u.name, u.image,
                   coalesce(p.verification @> '{"panaVerified": true}', false) AS verified
              FROM unnest($1::text[]) WITH ORDINALITY AS asked (id, place)
              LEFT JOIN users u ON u.id = asked.id AND u.scrubbed_at IS NULL
              LEFT JOIN profiles p ON p.user_id = u.id AND p.active
             ORDER BY asked.place
            """;

    static Byline of(Row row) {
        var deleted = row.getBoolean("deleted");
        var screenname = row.getString("screenname");
        return new Byline(
                row.getString("id"),
                deleted,
                deleted ? "Former Member" : screenname == null ? "Anonymous" : screenname,
                screenname,
                row.getString("name"),
                row.getString("image"),
                row.getBoolean("verified"));
    }
}
