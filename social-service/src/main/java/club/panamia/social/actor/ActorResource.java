package club.panamia.social.actor;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.proof.ProvenLinks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One actor, for everybody: of this server by name, of another by {@code name@host}. */
@Path("/api/social/actors/{username}")
@Tag(name = "Actors")
class ActorResource {

    private final Actors actors;
    private final ProvenLinks links;
    private final CurrentActor caller;

    ActorResource(Actors actors, ProvenLinks links, CurrentActor caller) {
        this.actors = actors;
        this.links = links;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readActor", summary = "Show somebody who takes part")
    @APIResponse(responseCode = "200", description = "The actor")
    @APIResponse(responseCode = "404", description = "no-such-actor: nobody of that name takes part, or may be seen")
    public Uni<ActorView> read(@RestPath String username) {
        return caller.find().chain(viewer -> shown(viewer, username));
    }

    /** Whose the pages of somebody are that a member looks at, is found out for the next time. */
    private Uni<ActorView> shown(Optional<Actor> viewer, String username) {
        var actor = actors.named(username);
        return viewer.isPresent() ? actor.call(found -> links.want(found.id(), found.toProve())) : actor;
    }
}
