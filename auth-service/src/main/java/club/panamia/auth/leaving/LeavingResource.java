package club.panamia.auth.leaving;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What would happen if one left. */
@Path("/api/users/me/leaving")
@Tag(name = "Leaving")
@RolesAllowed("member")
class LeavingResource {

    private final Leavers leavers;
    private final CurrentActor caller;

    LeavingResource(Leavers leavers, CurrentActor caller) {
        this.leavers = leavers;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "previewLeaving",
            summary = "Show what stands in the way of leaving, what goes and what stays")
    @APIResponse(responseCode = "200", description = "What leaving means for me")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    public Uni<LeavingView> preview() {
        return caller.fresh().chain(leavers::whatWillBe);
    }
}
