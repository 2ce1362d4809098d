package club.panamia.social.pin;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What somebody shows first. */
@Path("/api/social/actors/{username}/pinned")
@Tag(name = "Timelines")
class PinnedResource {

    private final Pins pins;
    private final CurrentActor caller;

    PinnedResource(Pins pins, CurrentActor caller) {
        this.pins = pins;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPinnedStatuses",
            summary = "List what somebody shows first, the one chosen last first")
    @APIResponse(responseCode = "200", description = "Five at most; none where nobody of this name takes part")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<List<StatusView>> list(@RestPath String username) {
        return caller.find().chain(viewer -> pins.of(username, viewer.orElse(null)));
    }
}
