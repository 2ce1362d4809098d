package club.panamia.auth.people;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who can be invited. */
@Schema(description = "Somebody who can be invited")
record FoundPerson(
        @Schema(required = true) String id,
        @Schema(required = true) String screenname,
        @Nullable String name,
        @Nullable String image,
        @Schema(required = true) boolean verified) {

    /**
     * Whose screenname begins with {@code $1}: from there to before {@code $2}. A range instead of LIKE needs no escaping, and
     * takes the index also where the server plans the statement once for all values.
     */
    static final String BY_PREFIX = """
            SELECT u.id, u.screenname, u.name, u.image,
                   coalesce(p.verification @> '{"panaVerified": true}', false) AS verified
              FROM users u
              JOIN profiles p ON p.user_id = u.id AND p.active
             WHERE lower(u.screenname) ~>=~ $1 AND lower(u.screenname) ~<~ $2
               AND u.id <> $3 AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
             ORDER BY lower(u.screenname) USING ~<~
             LIMIT $4
            """;

    static FoundPerson of(Row row) {
        return new FoundPerson(
                row.getString("id"),
                row.getString("screenname"),
                row.getString("name"),
                row.getString("image"),
                row.getBoolean("verified"));
    }
}
