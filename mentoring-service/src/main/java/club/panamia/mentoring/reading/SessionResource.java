package club.panamia.mentoring.reading;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One of my sessions. */
@Path("/api/mentoring/sessions/{sessionId}")
@Tag(name = "Sessions")
class SessionResource {

    private final MentorSessions sessions;
    private final CurrentActor caller;
    private final Clock clock;

    SessionResource(MentorSessions sessions, CurrentActor caller, Clock clock) {
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "readMentoringSession",
            summary = "Show a session that I take part in, with its notes; to moderators without")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-session: also for everybody who takes no part in it")
    public Uni<SessionView> read(@RestPath String sessionId) {
        return sessions.of(caller.actor(), sessionId, clock.instant());
    }
}
