package club.panamia.social.reaction;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Handing a post on to those who follow me. */
@Path("/api/social/statuses/{id}/boost")
@Tag(name = "Reactions")
@RolesAllowed(Roles.MEMBER)
class BoostResource {

    private static final int PER_HOUR = 300;
    private static final Duration HOUR = Duration.ofHours(1);

    private final React react;
    private final CurrentActor caller;
    private final RateLimits limits;

    BoostResource(React react, CurrentActor caller, RateLimits limits) {
        this.react = react;
        this.caller = caller;
        this.limits = limits;
    }

    @PUT
    @Operation(operationId = "boostStatus", summary = "Hand a post on to those who follow me; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(
            responseCode = "404",
            description = "no-such-status: also one that is not meant for me, or for followers or a few only")
    @APIResponse(responseCode = "429", description = "too-many-requests: 300 an hour")
    public Uni<Void> boost(@RestPath String id) {
        var person = caller.actor();
        return limits.take("social-boost", person.userId(), PER_HOUR, HOUR)
                .chain(() -> react.begin(Reaction.BOOST, person, id));
    }

    @DELETE
    @Operation(operationId = "unboostStatus", summary = "Hand a post on no longer; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> unboost(@RestPath String id) {
        return react.end(Reaction.BOOST, caller.actor(), id);
    }
}
