package club.panamia.social.status;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.backfill.WantedPosts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One post, for everybody whom it is meant for. */
@Path("/api/social/statuses/{id}")
@Tag(name = "Posts")
@PermitAll
class StatusResource {

    private final Reading reading;
    private final WantedPosts wantedPosts;
    private final CurrentActor caller;

    StatusResource(Reading reading, WantedPosts wantedPosts, CurrentActor caller) {
        this.reading = reading;
        this.wantedPosts = wantedPosts;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "readStatus", summary = "Show a post")
    @APIResponse(responseCode = "200", description = "The post")
    @APIResponse(responseCode = "404", description = "no-such-status: also one that is not meant for me")
    public Uni<StatusView> read(@RestPath String id) {
        return caller.find().chain(viewer -> one(viewer, id));
    }

    /** How a poll of another server stands that a member looks at is asked for, for the next time. */
    private Uni<StatusView> one(Optional<Actor> viewer, String id) {
        return reading.one(viewer.orElse(null), id)
                .call(status -> viewer.isEmpty() || status.poll() == null
                        ? Uni.createFrom().voidItem()
                        : wantedPosts.countsOf(id));
    }

    @GET
    @Path("/history")
    @Operation(operationId = "readStatusHistory", summary = "Show what a post said before it was changed, oldest first")
    @APIResponse(responseCode = "200", description = "At most 100; nothing where it says what it always said")
    @APIResponse(responseCode = "404", description = "no-such-status: also one that is not meant for me")
    public Uni<List<FormerWording>> history(@RestPath String id) {
        return caller.find().chain(viewer -> reading.former(viewer.orElse(null), id));
    }
}
