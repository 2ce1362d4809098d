package club.panamia.profile.link;

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

/** The links of my own profile. */
@Path("/api/profiles/me/links")
@Tag(name = "Links")
class MyLinksResource {

    private final Links links;
    private final CurrentActor caller;

    MyLinksResource(Links links, CurrentActor caller) {
        this.links = links;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMyLinks", summary = "List the links of my profile, newest first, at most 60")
    @APIResponse(responseCode = "200", description = "Those that are shown, and those that wait for one of us")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Uni<List<LinkView>> list() {
        return links.of(caller.actor());
    }
}
