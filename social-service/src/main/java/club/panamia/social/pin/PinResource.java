package club.panamia.social.pin;

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

/** Showing a post of mine first. */
@Path("/api/social/statuses/{id}/pin")
@Tag(name = "Posts")
@RolesAllowed(Roles.MEMBER)
class PinResource {

    private static final int PER_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Pins pins;
    private final CurrentActor caller;
    private final RateLimits limits;

    PinResource(Pins pins, CurrentActor caller, RateLimits limits) {
        this.pins = pins;
        this.caller = caller;
        this.limits = limits;
    }

    @PUT
    @Operation(operationId = "pinStatus", summary = "Show a post of mine first; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-status: none of mine")
    @APIResponse(
            responseCode = "409",
            description = "status-not-for-everybody: it is neither public nor quiet; too-many-pins: there are five")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 an hour")
    public Uni<Void> pin(@RestPath String id) {
        var person = caller.actor();
        return limits.take("social-pin", person.userId(), PER_HOUR, HOUR).chain(() -> pins.pin(person, id));
    }

    @DELETE
    @Operation(operationId = "unpinStatus", summary = "Show a post first no longer; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> unpin(@RestPath String id) {
        return pins.unpin(caller.actor(), id);
    }
}
