package club.panamia.profile.review;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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

/** Saying yes to a profile. */
@Path("/api/profiles/{id}/approval")
@Tag(name = "Review")
class ApprovalResource {

    private final DecideOnProfile decideOnProfile;
    private final CurrentActor caller;

    ApprovalResource(DecideOnProfile decideOnProfile, CurrentActor caller) {
        this.decideOnProfile = decideOnProfile;
        this.caller = caller;
    }

    /** Puts a submitted profile into the directory. */
    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "approveProfile", summary = "Put a submitted profile into the directory")
    @APIResponse(
            responseCode = "200",
            description = "It is approved",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile")
    @APIResponse(responseCode = "409", description = "profile-not-submitted: profileStatus says what it is")
    @APIResponse(
            responseCode = "412",
            description = "stale-version: If-Match was sent, and its owner has changed the profile since")
    public Uni<RestResponse<DecisionView>> approve(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch) {
        return caller.fresh()
                .chain(reviewer -> decideOnProfile.approve(reviewer, id, IfMatch.optional(ifMatch)))
                .map(DecisionView::answer);
    }
}
