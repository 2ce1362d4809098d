package club.panamia.engagement.follow;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Following one person. */
@Path("/api/follows/{screenname}")
@Tag(name = "Follows")
class FollowResource {

    private static final int PER_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    private final FollowPerson followPerson;
    private final UnfollowPerson unfollowPerson;
    private final CurrentActor caller;
    private final RateLimits limits;

    FollowResource(FollowPerson followPerson, UnfollowPerson unfollowPerson, CurrentActor caller, RateLimits limits) {
        this.followPerson = followPerson;
        this.unfollowPerson = unfollowPerson;
        this.caller = caller;
        this.limits = limits;
    }

    /** Begins to follow somebody; again does nothing. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "followPerson", summary = "Follow somebody; again does nothing")
    @APIResponse(responseCode = "204", description = "I follow them")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-person")
    @APIResponse(responseCode = "409", description = "cannot-follow-yourself, too-many-follows")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 an hour")
    public Uni<Void> follow(@RestPath String screenname) {
        var follower = caller.actor();
        return limits.take("follow", follower.userId(), PER_HOUR, HOUR)
                .chain(() -> followPerson.of(follower, screenname));
    }

    /** Follows somebody no longer; again does nothing. */
    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "unfollowPerson", summary = "Follow somebody no longer; again does nothing")
    @APIResponse(responseCode = "204", description = "I do not follow them")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> unfollow(@RestPath String screenname) {
        return unfollowPerson.of(caller.actor(), screenname);
    }
}
