package club.panamia.profile.claim;

import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A profile, and to whom it belongs. */
@Schema(description = "A profile, and to whom it belongs")
record ClaimView(
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Schema(required = true) Status status,

        @Nullable @Schema(description = "Absent while it belongs to nobody")
        String userId) {

    static ClaimView of(Profile profile) {
        return new ClaimView(profile.id(), profile.name(), profile.standing().status(), profile.userId());
    }
}
