package club.panamia.mentoring.booking;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.mentoring.session.People;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The one slot that is kept for the caller. */
@Path("/api/mentoring/hold")
@Tag(name = "Booking")
@RolesAllowed(Roles.MEMBER)
class HoldResource {

    private final BookSlot bookSlot;
    private final People people;
    private final CurrentActor caller;
    private final Clock clock;

    HoldResource(BookSlot bookSlot, People people, CurrentActor caller, Clock clock) {
        this.bookSlot = bookSlot;
        this.people = people;
        this.caller = caller;
        this.clock = clock;
    }

    /** One at a time: another slot lets the first one go. */
    @PUT
    @WithTransaction
    @Operation(
            operationId = "holdMentorSlot",
            summary = "Keep a slot of a mentor for five minutes, while I fill in the form")
    @APIResponse(responseCode = "200", description = "Others see it as taken")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-mentor")
    @APIResponse(responseCode = "409", description = "slot-taken: nextSlots says what is free from then on")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input; own-slot; duration-not-offered; slot-too-soon; slot-too-far; slot-not-open;"
                    + " mentor-fully-booked")
    public Uni<HoldView> hold(@Valid @NotNull SlotChoice choice) {
        return bookSlot.hold(caller.actor(), choice, clock.instant());
    }

    @DELETE
    @WithTransaction
    @Operation(operationId = "releaseMentorSlot", summary = "Let go of the slot that is kept for me")
    @APIResponse(responseCode = "204", description = "Nothing is kept for me")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<RestResponse<Void>> release() {
        return people.release(caller.actor().userId()).replaceWith(RestResponse.noContent());
    }
}
