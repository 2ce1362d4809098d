package club.panamia.profile.review;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Saying not yet to a profile. */
@Path("/api/profiles/{id}/decline")
@Tag(name = "Review")
class DeclineResource {

    private final DecideOnProfile decideOnProfile;
    private final CurrentActor caller;

    DeclineResource(DecideOnProfile decideOnProfile, CurrentActor caller) {
        this.decideOnProfile = decideOnProfile;
        this.caller = caller;
    }

    /** Gives a submitted profile back to its owner, who reads the reason and may hand it in again. */
    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "declineProfile", summary = "Give a submitted profile back, with the reason")
    @APIResponse(
            responseCode = "200",
            description = "It is declined",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile")
    @APIResponse(responseCode = "409", description = "profile-not-submitted: profileStatus says what it is")
    @APIResponse(
            responseCode = "412",
            description = "stale-version: If-Match was sent, and its owner has changed the profile since")
    @APIResponse(responseCode = "422", description = "invalid-input: a reason of 1 to 1000 characters is needed")
    public Uni<RestResponse<DecisionView>> decline(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull Verdict verdict) {
        return caller.fresh()
                .chain(reviewer -> decideOnProfile.decline(reviewer, id, IfMatch.optional(ifMatch), verdict.reason()))
                .map(DecisionView::answer);
    }
}
