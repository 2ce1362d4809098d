package club.panamia.social.restriction;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Limiting and suspending actors. Nothing of theirs is lost by it, and it can be undone. */
@Path("/api/social/restrictions")
@Tag(name = "Moderation")
@RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
class RestrictionResource {

    private final Restrictions restrictions;
    private final CurrentActor caller;

    RestrictionResource(Restrictions restrictions, CurrentActor caller) {
        this.restrictions = restrictions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listRestrictedActors", summary = "List who is limited or suspended")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<RestrictedActor>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(moderator -> restrictions.page(query));
    }

    @PUT
    @Path("/{actorId}")
    @Operation(operationId = "restrictActor", summary = "Limit an actor to their followers, or suspend them")
    @APIResponse(responseCode = "204", description = "It is so, and stands in the trail")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-actor")
    @APIResponse(responseCode = "422", description = "invalid-input: a reason of 10 to 1000 characters is needed")
    public Uni<Void> restrict(@RestPath String actorId, @Valid @NotNull Restriction restriction) {
        return caller.fresh().chain(moderator -> restrictions.begin(moderator, actorId, restriction));
    }

    @DELETE
    @Path("/{actorId}")
    @Operation(operationId = "freeActor", summary = "Limit or suspend an actor no longer; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so, and stands in the trail")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-actor")
    public Uni<Void> free(@RestPath String actorId) {
        return caller.fresh().chain(moderator -> restrictions.end(moderator, actorId));
    }
}
