package club.panamia.mentoring.reading;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** My sessions, in both roles. */
@Path("/api/mentoring/sessions")
@Tag(name = "Sessions")
class SessionsResource {

    private final MentorSessions sessions;
    private final CurrentActor caller;
    private final Clock clock;

    SessionsResource(MentorSessions sessions, CurrentActor caller, Clock clock) {
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMyMentoringSessions", summary = "List my mentoring sessions, latest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown role or status, cursor or limit")
    public Uni<Page<SessionView>> list(@BeanParam @Valid SessionQuery query) {
        return sessions.of(caller.actor(), query, clock.instant());
    }
}
