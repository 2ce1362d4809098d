package club.panamia.mentoring.waiting;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's place in the line before a mentor. */
@Path("/api/mentoring/mentors/{screenname}/waiting")
@Tag(name = "Waiting")
@RolesAllowed(Roles.MEMBER)
class WaitingResource {

    private final WaitInLine waitInLine;
    private final Line line;
    private final Waitings waitings;
    private final CurrentActor caller;
    private final Clock clock;

    WaitingResource(WaitInLine waitInLine, Line line, Waitings waitings, CurrentActor caller, Clock clock) {
        this.waitInLine = waitInLine;
        this.line = line;
        this.waitings = waitings;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "readMyWaiting", summary = "Show my place in a mentor's line, and what I am offered")
    @APIResponse(responseCode = "200", description = "The place; with a slot where one is kept for me")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "not-waiting")
    public Uni<WaitingView> read(@RestPath String screenname) {
        return waitings.of(caller.actor(), screenname);
    }

    @PUT
    @WithTransaction
    @Operation(
            operationId = "waitForMentor",
            summary =
                    "Wait for a mentor who has nothing free; what becomes free is kept for the first in line, two hours")
    @APIResponse(responseCode = "204", description = "I wait. Asked again, what I wait for changes, and my place stays")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-mentor")
    @APIResponse(
            responseCode = "409",
            description = "slots-are-open: nextSlots says which; waiting-line-full: twenty are waiting")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input; own-slot; duration-not-offered; waiting-in-too-many-lines: ten")
    public Uni<RestResponse<Void>> join(@RestPath String screenname, @Valid @NotNull WaitingWish wish) {
        return waitInLine
                .join(caller.actor(), screenname, wish, clock.instant())
                .replaceWith(RestResponse.noContent());
    }

    @DELETE
    @WithTransaction
    @Operation(
            operationId = "stopWaitingForMentor",
            summary = "Leave a mentor's line; what is kept for me is free again")
    @APIResponse(responseCode = "204", description = "I do not wait for this mentor")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<RestResponse<Void>> leave(@RestPath String screenname) {
        return line.leave(screenname, caller.actor()).replaceWith(RestResponse.noContent());
    }
}
