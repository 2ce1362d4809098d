package club.panamia.auth.audit;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was done to one's own account. */
@Path("/api/users/me/security-events")
@Tag(name = "Account")
@RolesAllowed("member")
class SecurityEventsResource {

    private final SecurityTrail trail;
    private final CurrentActor caller;

    SecurityEventsResource(SecurityTrail trail, CurrentActor caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listSecurityEvents", summary = "List what was done to my account, newest first")
    @APIResponse(responseCode = "200", description = "A page of events")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<SecurityEventView>> list(@BeanParam @Valid PageQuery query) {
        return trail.about(caller.actor(), query);
    }
}
