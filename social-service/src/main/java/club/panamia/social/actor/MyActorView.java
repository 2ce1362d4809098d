package club.panamia.social.actor;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a person stands: their actor if they have one, and whether they may have one. */
@Schema(description = "My part in the fediverse")
record MyActorView(
        @Nullable @Schema(description = "Absent until I take part")
        ActorView actor,

        @Schema(required = true) boolean eligible,

        @Nullable
        @Schema(
                description =
                        "Why not: no_profile, profile_not_active, not_eligible, suspended, or what a moderator noted")
        String reason,

        @Nullable @Schema(description = "Absent until I have chosen one; taking part needs it")
        String screenname) {

    static MyActorView of(Row row) {
        var eligibility = Eligibility.of(row);
        return new MyActorView(
                row.getString("id") == null ? null : ActorView.of(row),
                eligibility.eligible(),
                eligibility.reason(),
                row.getString("screenname"));
    }
}
