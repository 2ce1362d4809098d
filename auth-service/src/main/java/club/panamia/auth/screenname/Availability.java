package club.panamia.auth.screenname;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a screenname can be had. {@code name} is what was typed, put in order. */
@Schema(description = "Whether a screenname can be had, and if not, why")
record Availability(
        @Schema(required = true) String name,
        @Schema(required = true) boolean available,
        @Nullable Obstacle reason) {

    static final String CLAIM = "SELECT state, user_id FROM internal.screenname_claim WHERE norm = lower($1)";

    static Availability not(String name, Obstacle reason) {
        return new Availability(name, false, reason);
    }

    /** One's own names, the former ones too, can be had. */
    static Availability of(String name, RowSet<Row> claims, @Nullable String callerId) {
        if (claims.size() == 0) {
            return new Availability(name, true, null);
        }
        var claim = claims.iterator().next();
        if ("reserved".equals(claim.getString("state"))) {
            return not(name, Obstacle.RESERVED);
        }
        return claim.getString("user_id").equals(callerId)
                ? new Availability(name, true, null)
                : not(name, Obstacle.TAKEN);
    }
}
