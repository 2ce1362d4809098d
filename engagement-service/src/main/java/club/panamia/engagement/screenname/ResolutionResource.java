package club.panamia.engagement.screenname;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Following an old link to a person. */
@Path("/api/screennames/{name}/resolution")
@Tag(name = "Screennames")
class ResolutionResource {

    private final Screennames screennames;

    ResolutionResource(Screennames screennames) {
        this.screennames = screennames;
    }

    @GET
    @PermitAll
    @Operation(operationId = "resolveScreenname", summary = "Find the name of today behind one that somebody had")
    @APIResponse(responseCode = "200", description = "The name of today")
    @APIResponse(responseCode = "404", description = "no-such-screenname")
    @APIResponse(responseCode = "410", description = "screenname-gone: whoever had it is gone")
    public Uni<ResolutionView> resolve(@RestPath String name) {
        return screennames.resolve(name);
    }
}
