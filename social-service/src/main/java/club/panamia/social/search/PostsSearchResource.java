package club.panamia.social.search;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.page.Page;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding posts by their words. */
@Path("/api/social/search/statuses")
@Tag(name = "Search")
class PostsSearchResource {

    private static final int PER_MINUTE = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FindPosts findPosts;
    private final CurrentActor caller;
    private final RateLimits limits;

    PostsSearchResource(FindPosts findPosts, CurrentActor caller, RateLimits limits) {
        this.findPosts = findPosts;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "searchStatuses",
            summary =
                    "Find posts by their words, in English and Spanish and without accents, newest first: all that I may"
                            + " read of this server, and what people elsewhere say to everybody who let it be found")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: nothing to look for, too long, no day, or a cursor or limit that is none")
    @APIResponse(responseCode = "429", description = "too-many-requests: 30 a minute")
    public Uni<Page<StatusView>> search(@BeanParam @Valid PostsQuery query) {
        var reader = caller.actor();
        return limits.take("social-search-statuses", reader.userId(), PER_MINUTE, MINUTE)
                .chain(() -> findPosts.page(reader, query));
    }
}
