package club.panamia.mentoring.waiting;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For whom the caller waits. */
@Path("/api/mentoring/waiting")
@Tag(name = "Waiting")
class WaitingsResource {

    private final Waitings waitings;
    private final CurrentActor caller;

    WaitingsResource(Waitings waitings, CurrentActor caller) {
        this.waitings = waitings;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMyWaiting", summary = "List the mentors for whom I wait, and what I am offered")
    @APIResponse(responseCode = "200", description = "All of them: ten at most")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<List<WaitingView>> list() {
        return waitings.of(caller.actor());
    }
}
