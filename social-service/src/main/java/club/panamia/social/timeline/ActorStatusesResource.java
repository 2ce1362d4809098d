package club.panamia.social.timeline;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
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
import org.jboss.resteasy.reactive.RestPath;

/** What one actor said. */
@Path("/api/social/actors/{username}/statuses")
@Tag(name = "Timelines")
class ActorStatusesResource {

    private final Timelines timelines;
    private final CurrentActor caller;

    ActorStatusesResource(Timelines timelines, CurrentActor caller) {
        this.timelines = timelines;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listStatusesOfActor",
            summary = "List what somebody said, and handed on if I want, as far as it is meant for me, newest first")
    @APIResponse(responseCode = "200", description = "One page; none where nobody of this name takes part")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<StatusView>> list(@RestPath String username, @BeanParam @Valid ProfileQuery query) {
        return caller.find().chain(reader -> timelines.saidBy(username, reader.orElse(null), query));
    }
}
