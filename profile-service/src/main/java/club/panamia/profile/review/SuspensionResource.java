package club.panamia.profile.review;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking a profile out of sight that did harm, and its person out of the social part. */
@Path("/api/profiles/{id}/suspension")
@Tag(name = "Review")
@RolesAllowed(Roles.ADMIN)
class SuspensionResource {

    private final DecideOnProfile decideOnProfile;
    private final CurrentActor caller;

    SuspensionResource(DecideOnProfile decideOnProfile, CurrentActor caller) {
        this.decideOnProfile = decideOnProfile;
        this.caller = caller;
    }

    /** Its owner reads the reason, and can neither hand it in again nor delete it. */
    @PUT
    @Operation(operationId = "suspendProfile", summary = "Take a profile out of sight, with the reason")
    @APIResponse(
            responseCode = "200",
            description = "It is suspended",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile")
    @APIResponse(responseCode = "409", description = "profile-suspended: it is already")
    @APIResponse(responseCode = "422", description = "invalid-input: a reason of 1 to 1000 characters is needed")
    public Uni<RestResponse<DecisionView>> suspend(@RestPath String id, @Valid @NotNull Verdict verdict) {
        return caller.fresh()
                .chain(admin -> decideOnProfile.suspend(admin, id, verdict.reason()))
                .map(DecisionView::answer);
    }

    /** It is again what it was before. */
    @DELETE
    @Operation(operationId = "restoreProfile", summary = "End a profile's suspension")
    @APIResponse(
            responseCode = "200",
            description = "It is what it was before",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile")
    @APIResponse(responseCode = "409", description = "profile-not-suspended")
    public Uni<RestResponse<DecisionView>> restore(@RestPath String id) {
        return caller.fresh().chain(admin -> decideOnProfile.restore(admin, id)).map(DecisionView::answer);
    }
}
