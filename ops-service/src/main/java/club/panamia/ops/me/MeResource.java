package club.panamia.ops.me;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller, as operations pages need to know it. */
@Path("/api/ops/me")
@Tag(name = "Operations")
class MeResource {

    private final CurrentActor caller;

    MeResource(CurrentActor caller) {
        this.caller = caller;
    }

    @GET
    @NonBlocking
    @RolesAllowed("member")
    @Operation(operationId = "readMe", summary = "Show who I am here and what roles I have")
    @APIResponse(responseCode = "200", description = "The caller")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    public MeView read() {
        return MeView.of(caller.actor());
    }
}
