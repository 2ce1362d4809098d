package club.panamia.ops.trail;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to whose account, for administrators. */
@Path("/api/ops/trail")
@Tag(name = "Audit trail")
@RolesAllowed("admin")
class TrailResource {

    private final Trail trail;
    private final CurrentActor caller;

    TrailResource(Trail trail, CurrentActor caller) {
        this.trail = trail;
        this.caller = caller;
    }

    /** A person whose lines are asked for by name finds that in their own list. */
    @GET
    @Operation(
            operationId = "searchTrail",
            summary = "Search the audit trail by actor, subject or action, newest first")
    @APIResponse(responseCode = "200", description = "A page of lines: ids and reasons, no addresses")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: a value is too long, the cursor or the limit")
    public Uni<Page<TrailLineView>> search(@BeanParam @Valid TrailQuery query) {
        return caller.fresh().chain(admin -> trail.search(admin, query));
    }
}
