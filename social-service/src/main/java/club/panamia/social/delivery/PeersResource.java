package club.panamia.social.delivery;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How deliveries to other servers go. */
@Path("/api/social/peers")
@Tag(name = "Operations")
@RolesAllowed(Roles.ADMIN)
class PeersResource {

    private final Peers peers;
    private final CurrentActor caller;

    PeersResource(Peers peers, CurrentActor caller) {
        this.peers = peers;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listPeerServers",
            summary = "List what waits for other servers and how they answer, by name")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<PeerView>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(admin -> peers.page(query));
    }

    @PUT
    @Path("/{host}/retry")
    @Operation(operationId = "retryDeliveries", summary = "Send again what a server did not take, 10,000 at a time")
    @APIResponse(responseCode = "200", description = "So many are due; it stands in the trail")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    public Uni<Due> retry(@RestPath String host) {
        return caller.fresh().chain(admin -> peers.again(admin, host)).map(Due::new);
    }

    /** What is sent again. */
    @Schema(name = "DueDeliveries")
    record Due(
            @Schema(required = true, description = "How many deliveries are due")
            long due) {}
}
