package club.panamia.profile.review;

import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Status;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What was decided about a profile. */
@Schema(description = "What was decided about a profile")
record DecisionView(
        @Schema(required = true) String id,
        @Schema(required = true) Status status,
        @Nullable Instant reviewedAt,
        @Nullable String reason) {

    static RestResponse<DecisionView> answer(Profile profile) {
        var standing = profile.standing();
        var view = new DecisionView(profile.id(), standing.status(), standing.reviewedAt(), standing.reviewReason());
        return ResponseBuilder.ok(view).tag(String.valueOf(profile.version())).build();
    }
}
