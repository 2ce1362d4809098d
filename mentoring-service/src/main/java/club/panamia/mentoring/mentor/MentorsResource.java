package club.panamia.mentoring.mentor;

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

/** Looking for a mentor. */
@Path("/api/mentoring/mentors")
@Tag(name = "Mentors")
class MentorsResource {

    private final Mentors mentors;
    private final CurrentActor caller;
    private final Clock clock;

    MentorsResource(Mentors mentors, CurrentActor caller, Clock clock) {
        this.mentors = mentors;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMentors", summary = "Find people whom I can ask for mentoring")
    @APIResponse(responseCode = "200", description = "One page, without myself")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: the search, cursor or limit")
    public Uni<Page<MentorView>> list(@BeanParam @Valid MentorSearch query) {
        return mentors.otherThan(caller.actor(), query, clock.instant());
    }
}
