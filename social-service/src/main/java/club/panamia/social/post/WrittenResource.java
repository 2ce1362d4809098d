package club.panamia.social.post;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A post of mine: its source, another wording, its end. */
@Path("/api/social/statuses/{id}")
@Tag(name = "Posts")
@RolesAllowed(Roles.MEMBER)
class WrittenResource {

    private static final int PER_HOUR = 120;
    private static final Duration HOUR = Duration.ofHours(1);

    private final SayItOtherwise sayItOtherwise;
    private final MeetMentioned meetMentioned;
    private final DescribeAttachment describeAttachment;
    private final TakeItBack takeItBack;
    private final CurrentActor caller;
    private final RateLimits limits;

    WrittenResource(
            SayItOtherwise sayItOtherwise,
            MeetMentioned meetMentioned,
            DescribeAttachment describeAttachment,
            TakeItBack takeItBack,
            CurrentActor caller,
            RateLimits limits) {
        this.sayItOtherwise = sayItOtherwise;
        this.meetMentioned = meetMentioned;
        this.describeAttachment = describeAttachment;
        this.takeItBack = takeItBack;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @Path("/source")
    @Operation(operationId = "readStatusSource", summary = "Show a post of mine as I typed it")
    @APIResponse(responseCode = "200", description = "The post with its Markdown")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-status: none of mine")
    public Uni<WrittenView> source(@RestPath String id) {
        return sayItOtherwise.read(caller.actor(), id);
    }

    @PUT
    @Operation(operationId = "editStatus", summary = "Have a post of mine say something else, to the same people")
    @APIResponse(responseCode = "200", description = "The post; what it said before is in its history")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-status: none of mine")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "429", description = "too-many-requests: 120 an hour")
    public Uni<WrittenView> edit(@RestPath String id, @Valid @NotNull PostChange change) {
        var person = caller.actor();
        return limits.take("social-edit", person.userId(), PER_HOUR, HOUR)
                .chain(() -> meetMentioned.inOtherWords(id, change.content(), person))
                .chain(() -> sayItOtherwise.change(person, id, change));
    }

    @PUT
    @Path("/attachments/{attachment}")
    @Operation(
            operationId = "describeAttachment",
            summary = "Say better what a picture, a sound or a film of a post of mine is")
    @APIResponse(responseCode = "204", description = "It is said like this now; the post counts as edited")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(
            responseCode = "404",
            description = "no-such-status: none of mine; not-found: the post does not show it")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "429", description = "too-many-requests: 120 an hour, with other changes")
    public Uni<Void> describe(
            @RestPath String id, @RestPath String attachment, @Valid @NotNull AttachmentChange change) {
        var person = caller.actor();
        return limits.take("social-edit", person.userId(), PER_HOUR, HOUR)
                .chain(() -> describeAttachment.describe(person, id, attachment, change));
    }

    @DELETE
    @Operation(operationId = "deleteStatus", summary = "Take a post of mine back; answers to it stay")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-status: none of mine")
    public Uni<Void> delete(@RestPath String id) {
        return takeItBack.delete(caller.actor(), id);
    }
}
