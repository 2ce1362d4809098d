package club.panamia.social.follow;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.remote.Handles;
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

/** Following one actor, of this server by name, of another by {@code name@host}. */
@Path("/api/social/actors/{username}/follow")
@Tag(name = "Follows")
@RolesAllowed(Roles.MEMBER)
class FollowResource {

    private static final int PER_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    private final BeginToFollow beginToFollow;
    private final EndFollow endFollow;
    private final Handles handles;
    private final CurrentActor caller;
    private final RateLimits limits;

    FollowResource(
            BeginToFollow beginToFollow, EndFollow endFollow, Handles handles, CurrentActor caller, RateLimits limits) {
        this.beginToFollow = beginToFollow;
        this.endFollow = endFollow;
        this.handles = handles;
        this.caller = caller;
        this.limits = limits;
    }

    @PUT
    @Operation(
            operationId = "followActor",
            summary = "Follow somebody, or wish to where they decide themselves; again does nothing")
    @APIResponse(responseCode = "200", description = "accepted, or pending until they answer")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-actor: also one who blocks me")
    @APIResponse(responseCode = "409", description = "cannot-follow-yourself")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 an hour")
    public Uni<FollowState> follow(@RestPath String username) {
        var person = caller.actor();
        return limits.take("social-follow", person.userId(), PER_HOUR, HOUR)
                .chain(() -> meet(username))
                .chain(() -> beginToFollow.of(person, username));
    }

    /** Somebody of another server may not be known here yet. */
    private Uni<String> meet(String username) {
        return handles.isElsewhere(username)
                ? handles.at(username).onFailure(Problem.class).recoverWithNull()
                : Uni.createFrom().nullItem();
    }

    @DELETE
    @Operation(
            operationId = "unfollowActor",
            summary = "Follow somebody no longer, or take the wish back; again does nothing")
    @APIResponse(responseCode = "204", description = "I do not follow them")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> unfollow(@RestPath String username) {
        return endFollow.ofMine(caller.actor(), username);
    }
}
