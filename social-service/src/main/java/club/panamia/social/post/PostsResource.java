package club.panamia.social.post;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Saying something. */
@Path("/api/social/statuses")
@Tag(name = "Posts")
class PostsResource {

    private static final int PER_HOUR = 120;
    private static final Duration HOUR = Duration.ofHours(1);

    private final SayIt sayIt;
    private final MeetMentioned meetMentioned;
    private final CurrentActor caller;
    private final RateLimits limits;

    PostsResource(SayIt sayIt, MeetMentioned meetMentioned, CurrentActor caller, RateLimits limits) {
        this.sayIt = sayIt;
        this.meetMentioned = meetMentioned;
        this.caller = caller;
        this.limits = limits;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "createStatus",
            summary = "Say something, to everybody, to members, to followers or to a few")
    @APIResponse(
            responseCode = "201",
            description = "The post",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WrittenView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-status: none that I could answer")
    @APIResponse(responseCode = "409", description = "request-still-running")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: errors name the places; an answer for more people than what it answers;"
                    + " idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests: 120 an hour")
    public Uni<RestResponse<WrittenView>> post(@Valid @NotNull PostDraft draft) {
        var speaker = caller.actor();
        return limits.take("social-post", speaker.userId(), PER_HOUR, HOUR)
                .chain(() -> meetMentioned.in(draft.content(), draft.visibility(), speaker))
                .chain(() -> sayIt.post(draft));
    }
}
