package club.panamia.social.timeline;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public timeline. */
@Path("/api/social/statuses")
@Tag(name = "Timelines")
class StatusesResource {

    private final Timelines timelines;
    private final CurrentActor caller;

    StatusesResource(Timelines timelines, CurrentActor caller) {
        this.timelines = timelines;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listPublicStatuses", summary = "List public posts of people of this server, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<StatusView>> list(@BeanParam @Valid PageQuery page) {
        return caller.find().chain(reader -> timelines.ofEverybody(reader.orElse(null), page));
    }
}
