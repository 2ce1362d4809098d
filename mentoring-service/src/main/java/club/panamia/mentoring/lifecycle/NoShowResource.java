package club.panamia.mentoring.lifecycle;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.mentoring.session.Bookings;
import club.panamia.mentoring.session.Chronicle;
import club.panamia.mentoring.session.SessionState;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** That the other one has not come. */
@Path("/api/mentoring/sessions/{sessionId}/no-show")
@Tag(name = "Sessions")
class NoShowResource {

    private final Bookings bookings;
    private final Chronicle chronicle;
    private final CurrentActor caller;
    private final Clock clock;

    NoShowResource(Bookings bookings, Chronicle chronicle, CurrentActor caller, Clock clock) {
        this.bookings = bookings;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(
            operationId = "reportMentoringNoShow",
            summary = "Say that the other one has not come, ten minutes after the start at the earliest")
    @APIResponse(responseCode = "200", description = "Where the session stands now")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-session")
    @APIResponse(responseCode = "409", description = "session-in-wrong-state: it is too early, or the session is over")
    public Uni<SessionState> report(@RestPath String sessionId) {
        var actor = caller.actor();
        var now = clock.instant();
        return bookings.forChange(actor, sessionId)
                .call(session ->
                        chronicle.record(session, session.dealing(actor, now).reportNoShow(), now))
                .call(bookings::flush)
                .map(session -> SessionState.of(session, actor, now));
    }
}
