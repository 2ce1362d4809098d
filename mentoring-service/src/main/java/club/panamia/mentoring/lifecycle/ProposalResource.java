package club.panamia.mentoring.lifecycle;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.mentoring.session.SessionState;
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
import org.jboss.resteasy.reactive.RestPath;

/** Another time for a session, while the other one has not answered. */
@Path("/api/mentoring/sessions/{sessionId}/proposal")
@Tag(name = "Sessions")
@RolesAllowed(Roles.MEMBER)
class ProposalResource {

    private final MoveSession moveSession;
    private final CurrentActor caller;
    private final Clock clock;

    ProposalResource(MoveSession moveSession, CurrentActor caller, Clock clock) {
        this.moveSession = moveSession;
        this.caller = caller;
        this.clock = clock;
    }

    /** A second one takes the place of the first. */
    @PUT
    @WithTransaction
    @Operation(operationId = "proposeMentoringTime", summary = "Propose another time for a session that was agreed on")
    @APIResponse(responseCode = "200", description = "Where the session stands now: still at its time")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-session")
    @APIResponse(
            responseCode = "409",
            description = "session-in-wrong-state; slot-taken: one of the two is not free; session-moved-too-often")
    @APIResponse(responseCode = "422", description = "invalid-input: no full minute within a year from now")
    public Uni<SessionState> propose(@RestPath String sessionId, @Valid @NotNull Proposal proposal) {
        var actor = caller.actor();
        var now = clock.instant();
        return moveSession
                .propose(actor, sessionId, proposal.startsAt().toInstant(), now)
                .map(session -> SessionState.of(session, actor, now));
    }

    /** By the one who was asked, or by the one who asked. */
    @DELETE
    @WithTransaction
    @Operation(operationId = "dropMentoringProposal", summary = "Leave a session at its time")
    @APIResponse(responseCode = "200", description = "Where the session stands now")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-session")
    @APIResponse(responseCode = "409", description = "session-in-wrong-state: nothing is proposed")
    public Uni<SessionState> drop(@RestPath String sessionId) {
        var actor = caller.actor();
        var now = clock.instant();
        return moveSession.drop(actor, sessionId, now).map(session -> SessionState.of(session, actor, now));
    }
}
