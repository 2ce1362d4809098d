package club.panamia.social.reaction;

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
import org.jboss.resteasy.reactive.RestPath;

/** Who likes a post. */
@Path("/api/social/statuses/{id}/likes")
@Tag(name = "Reactions")
class LikesResource {

    private final Reactors reactors;
    private final CurrentActor caller;

    LikesResource(Reactors reactors, CurrentActor caller) {
        this.reactors = reactors;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listLikes", summary = "List who likes a post, newest first")
    @APIResponse(responseCode = "200", description = "One page; who may not be seen is not on it")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-status: also one that is not meant for me")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<ReactorView>> list(@RestPath String id, @BeanParam @Valid PageQuery query) {
        return reactors.of(Reaction.LIKE, id, caller.actor(), query);
    }
}
