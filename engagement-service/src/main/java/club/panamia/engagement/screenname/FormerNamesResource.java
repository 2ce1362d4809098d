package club.panamia.engagement.screenname;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
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

/** The names that I had. Nobody can be called {@code former}. */
@Path("/api/screennames/former")
@Tag(name = "Screennames")
class FormerNamesResource {

    private final Screennames screennames;
    private final CurrentActor caller;

    FormerNamesResource(Screennames screennames, CurrentActor caller) {
        this.screennames = screennames;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "listMyFormerScreennames",
            summary = "List the names that I had, the latest first; they stay mine")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<FormerNameView>> list(@BeanParam @Valid PageQuery query) {
        return screennames.formerOf(caller.actor(), query);
    }
}
