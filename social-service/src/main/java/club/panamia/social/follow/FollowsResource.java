package club.panamia.social.follow;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whom I follow, who follows me, and who would like to. */
@Path("/api/social/follows")
@Tag(name = "Follows")
@RolesAllowed(Roles.MEMBER)
class FollowsResource {

    private final Follows follows;
    private final AnswerWish answerWish;
    private final EndFollow endFollow;
    private final CurrentActor caller;

    FollowsResource(Follows follows, AnswerWish answerWish, EndFollow endFollow, CurrentActor caller) {
        this.follows = follows;
        this.answerWish = answerWish;
        this.endFollow = endFollow;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listMySocialFollows",
            summary = "List whom I follow, who follows me, or who would like to, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown type, cursor or limit")
    public Uni<Page<FollowView>> list(@BeanParam @Valid FollowQuery query) {
        return follows.of(caller.actor(), query);
    }

    @PUT
    @Path("/requests/{id}")
    @Operation(operationId = "acceptFollowRequest", summary = "Let somebody follow me who would like to")
    @APIResponse(responseCode = "204", description = "They follow me")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-follow-request: none that waits for me")
    public Uni<Void> accept(@RestPath String id) {
        return answerWish.accept(caller.actor(), id);
    }

    @DELETE
    @Path("/requests/{id}")
    @Operation(operationId = "rejectFollowRequest", summary = "Do not let somebody follow me who would like to")
    @APIResponse(responseCode = "204", description = "They do not follow me")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-follow-request: none that waits for me")
    public Uni<Void> reject(@RestPath String id) {
        return answerWish.reject(caller.actor(), id);
    }

    @DELETE
    @Path("/followers/{username}")
    @Operation(operationId = "removeFollower", summary = "Have somebody follow me no longer; again does nothing")
    @APIResponse(responseCode = "204", description = "They do not follow me")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> remove(@RestPath String username) {
        return endFollow.ofTheirs(caller.actor(), username);
    }
}
