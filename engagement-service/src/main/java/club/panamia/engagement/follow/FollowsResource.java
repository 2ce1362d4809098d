package club.panamia.engagement.follow;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
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

/** Whom I follow and who follows me. */
@Path("/api/follows")
@Tag(name = "Follows")
class FollowsResource {

    private final Follows follows;
    private final CurrentActor caller;

    FollowsResource(Follows follows, CurrentActor caller) {
        this.follows = follows;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMyFollows", summary = "List whom I follow, or who follows me, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown type, cursor or limit")
    public Uni<Page<FollowView>> list(@BeanParam @Valid FollowQuery query) {
        return follows.of(caller.actor(), query);
    }
}
