package club.panamia.social.actor;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One actor, for everybody: of this server by name, of another by {@code name@host}. */
@Path("/api/social/actors/{username}")
@Tag(name = "Actors")
class ActorResource {

    private final Actors actors;

    ActorResource(Actors actors) {
        this.actors = actors;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readActor", summary = "Show somebody who takes part")
    @APIResponse(responseCode = "200", description = "The actor")
    @APIResponse(responseCode = "404", description = "no-such-actor: nobody of that name takes part, or may be seen")
    public Uni<ActorView> read(@RestPath String username) {
        return actors.named(username);
    }
}
