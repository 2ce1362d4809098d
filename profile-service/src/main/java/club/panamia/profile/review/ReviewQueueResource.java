package club.panamia.profile.review;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for review. */
@Path("/api/profiles/review-queue")
@Tag(name = "Review")
class ReviewQueueResource {

    private final ReviewQueue queue;
    private final CurrentActor caller;

    ReviewQueueResource(ReviewQueue queue, CurrentActor caller) {
        this.queue = queue;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
    @Operation(operationId = "listReviewQueue", summary = "List the profiles that wait for review, oldest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<ReviewItem>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(reader -> queue.page(reader, query));
    }
}
