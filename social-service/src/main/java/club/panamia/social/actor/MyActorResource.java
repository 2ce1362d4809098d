package club.panamia.social.actor;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own actor. */
@Path("/api/social/actors/me")
@Tag(name = "Actors")
class MyActorResource {

    private final Actors actors;
    private final CurrentActor caller;

    MyActorResource(Actors actors, CurrentActor caller) {
        this.actors = actors;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "readMyActor", summary = "Show my actor, and whether I may take part")
    @APIResponse(responseCode = "200", description = "Where I stand, also while I have no actor")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<MyActorView> read() {
        return actors.of(caller.actor());
    }
}
