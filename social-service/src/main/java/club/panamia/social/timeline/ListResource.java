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
import org.jboss.resteasy.reactive.RestPath;

/** What those say who are on a list of mine. */
@Path("/api/social/timelines/lists/{listId}")
@Tag(name = "Timelines")
class ListResource {

    private final Timelines timelines;
    private final CurrentActor caller;

    ListResource(Timelines timelines, CurrentActor caller) {
        this.timelines = timelines;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "readListTimeline",
            summary = "List what those said or handed on who are on a list of mine, newest first")
    @APIResponse(responseCode = "200", description = "One page; who does not take part says nothing")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-list: none of mine")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<StatusView>> list(@RestPath String listId, @BeanParam @Valid PageQuery page) {
        return timelines.onList(listId, caller.actor(), page);
    }
}
