package club.panamia.social.timeline;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.backfill.WantedPosts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The conversation that a post is part of. */
@Path("/api/social/statuses/{id}/thread")
@Tag(name = "Timelines")
class ThreadResource {

    private final Threads threads;
    private final WantedPosts wantedPosts;
    private final CurrentActor caller;

    ThreadResource(Threads threads, WantedPosts wantedPosts, CurrentActor caller) {
        this.threads = threads;
        this.wantedPosts = wantedPosts;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readThread",
            summary = "Show what a post answers and what answers it, as far as it is meant for me")
    @APIResponse(responseCode = "200", description = "The conversation around the post")
    @APIResponse(responseCode = "404", description = "no-such-status: also one that is not meant for me")
    public Uni<ThreadView> read(@RestPath String id) {
        return caller.find().chain(viewer -> around(viewer, id));
    }

    /** What members read of another server's conversations is made whole, and its poll counted anew, for the next time. */
    private Uni<ThreadView> around(Optional<Actor> viewer, String id) {
        var thread = threads.around(viewer.orElse(null), id);
        return viewer.isPresent()
                ? thread.call(() -> wantedPosts.answersTo(id)).call(() -> wantedPosts.countsOf(id))
                : thread;
    }
}
