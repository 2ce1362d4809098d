package club.panamia.mentoring.lifecycle;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.mentoring.session.Bookings;
import club.panamia.mentoring.session.Chronicle;
import club.panamia.mentoring.session.SessionState;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The end of a session before it has begun. */
@Path("/api/mentoring/sessions/{sessionId}/cancellation")
@Tag(name = "Sessions")
class CancellationResource {

    private final Bookings bookings;
    private final Chronicle chronicle;
    private final CurrentActor caller;
    private final Clock clock;

    CancellationResource(Bookings bookings, Chronicle chronicle, CurrentActor caller, Clock clock) {
        this.bookings = bookings;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(
            operationId = "cancelMentoringSession",
            summary = "Call a session off, and say why: as one of the two, or as a moderator")
    @APIResponse(responseCode = "200", description = "Where the session stands now")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-session")
    @APIResponse(responseCode = "409", description = "session-in-wrong-state: it has begun, or is over")
    @APIResponse(responseCode = "422", description = "invalid-input: a reason of 1 to 500 characters is needed")
    public Uni<SessionState> cancel(@RestPath String sessionId, @Valid @NotNull Reason reason) {
        var actor = caller.actor();
        var now = clock.instant();
        return bookings.forChange(actor, sessionId)
                .call(session ->
                        chronicle.record(session, session.dealing(actor, now).cancel(reason.reason()), now))
                .call(bookings::flush)
                .map(session -> SessionState.of(session, actor, now));
    }
}
