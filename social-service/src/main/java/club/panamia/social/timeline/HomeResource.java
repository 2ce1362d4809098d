package club.panamia.social.timeline;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What those say whom I follow. */
@Path("/api/social/timelines/home")
@Tag(name = "Timelines")
class HomeResource {

    private final Timelines timelines;
    private final CurrentActor caller;

    HomeResource(Timelines timelines, CurrentActor caller) {
        this.timelines = timelines;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "readHomeTimeline",
            summary = "List what those said or handed on whom I follow, and I myself, newest first, each post once")
    @APIResponse(responseCode = "200", description = "One page; none before I take part")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<StatusView>> list(@BeanParam @Valid PageQuery page) {
        return timelines.home(caller.actor(), page);
    }
}
