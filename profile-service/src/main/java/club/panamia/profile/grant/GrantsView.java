package club.panamia.profile.grant;

import club.panamia.profile.profile.Badge;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.ScopedRole;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the person behind a profile holds. The profile's history says who gave and took each one when. */
@Schema(description = "What the person behind a profile holds")
record GrantsView(
        @Schema(required = true) String id,
        @Schema(required = true) List<Badge> badges,
        @Schema(required = true) List<ScopedRole> roles,

        @Nullable @Schema(description = "When a badge was last given or taken (ISO 8601)")
        String verifiedOn,

        @Nullable @Schema(description = "The id of the administrator who did that")
        String verifiedBy) {

    static GrantsView of(Profile profile) {
        var grants = profile.grants();
        return new GrantsView(
                profile.id(),
                grants.badges(),
                grants.roles(),
                grants.verification().verifiedOn(),
                grants.verification().verifiedBy());
    }
}
