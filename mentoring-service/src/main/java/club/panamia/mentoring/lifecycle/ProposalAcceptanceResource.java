package club.panamia.mentoring.lifecycle;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
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

/** The yes of the one who was asked for another time. */
@Path("/api/mentoring/sessions/{sessionId}/proposal/acceptance")
@Tag(name = "Sessions")
class ProposalAcceptanceResource {

    private final MoveSession moveSession;
    private final CurrentActor caller;
    private final Clock clock;

    ProposalAcceptanceResource(MoveSession moveSession, CurrentActor caller, Clock clock) {
        this.moveSession = moveSession;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "acceptMentoringProposal", summary = "Agree to the other time that was proposed to me")
    @APIResponse(responseCode = "200", description = "Where the session stands now: at the other time")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-session")
    @APIResponse(
            responseCode = "409",
            description =
                    "session-in-wrong-state: nothing is proposed to me; slot-taken: one of the two is not free any"
                            + " more")
    public Uni<SessionState> accept(@RestPath String sessionId) {
        var actor = caller.actor();
        var now = clock.instant();
        return moveSession.accept(actor, sessionId, now).map(session -> SessionState.of(session, actor, now));
    }
}
