package club.panamia.mentoring.booking;

import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.mentoring.session.SessionState;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Asking for a session. */
@Path("/api/mentoring/sessions")
@Tag(name = "Booking")
class SessionsResource {

    private final BookSlot bookSlot;
    private final CurrentActor caller;
    private final Clock clock;

    SessionsResource(BookSlot bookSlot, CurrentActor caller, Clock clock) {
        this.bookSlot = bookSlot;
        this.caller = caller;
        this.clock = clock;
    }

    /** The slot is taken from this moment on, whatever the mentor answers later. */
    @POST
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Idempotent
    @Operation(operationId = "requestMentoringSession", summary = "Ask a mentor for a session in one of their slots")
    @APIResponse(
            responseCode = "201",
            description = "The request; scheduled at once where the mentor accepts by themselves",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SessionState.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-mentor")
    @APIResponse(
            responseCode = "409",
            description = "slot-taken: nextSlots says what is free from then on; request-still-running")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input; own-slot; duration-not-offered; session-type-not-offered; slot-too-soon;"
                    + " slot-too-far; slot-not-open; mentor-fully-booked; too-many-open-requests;"
                    + " idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests: twenty a day")
    public Uni<RestResponse<SessionState>> request(@Valid @NotNull BookingDraft draft) {
        var mentee = caller.actor();
        var now = clock.instant();
        return bookSlot.request(mentee, draft, now).map(session -> SessionState.created(session, mentee, now));
    }
}
