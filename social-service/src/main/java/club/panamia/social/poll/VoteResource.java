package club.panamia.social.poll;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.social.status.PollView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** My vote in the poll of a post. */
@Path("/api/social/statuses/{id}/vote")
@Tag(name = "Polls")
class VoteResource {

    private static final int PER_HOUR = 300;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Vote vote;
    private final Polls polls;
    private final CurrentActor caller;
    private final RateLimits limits;

    VoteResource(Vote vote, Polls polls, CurrentActor caller, RateLimits limits) {
        this.vote = vote;
        this.polls = polls;
        this.caller = caller;
        this.limits = limits;
    }

    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "vote", summary = "Vote in the poll of a post, once; the same again does nothing")
    @APIResponse(responseCode = "200", description = "The poll, with what others chose")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "own-poll; not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-poll: also of a post that is not meant for me")
    @APIResponse(responseCode = "409", description = "already-voted: for something else; poll-ended")
    @APIResponse(responseCode = "422", description = "invalid-input: no answers of this poll, or too many")
    @APIResponse(responseCode = "429", description = "too-many-requests: 300 an hour")
    public Uni<PollView> vote(@RestPath String id, @Valid @NotNull Ballot ballot) {
        var person = caller.actor();
        return limits.take("social-vote", person.userId(), PER_HOUR, HOUR)
                .chain(() -> vote.give(person, id, ballot))
                .chain(() -> polls.of(person, id));
    }
}
