package club.panamia.social.draft;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.social.post.WrittenView;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** A draft of mine becomes a post, now or at a time that I choose. */
@Path("/api/social/drafts/{id}")
@Tag(name = "Posts")
@RolesAllowed(Roles.MEMBER)
class PublicationResource {

    private static final int PER_HOUR = 120;
    private static final Duration HOUR = Duration.ofHours(1);

    private final PublishDraft publishDraft;
    private final MeetInDraft meetInDraft;
    private final Drafts drafts;
    private final RateLimits limits;
    private final CurrentActor caller;
    private final Clock clock;

    PublicationResource(
            PublishDraft publishDraft,
            MeetInDraft meetInDraft,
            Drafts drafts,
            RateLimits limits,
            CurrentActor caller,
            Clock clock) {
        this.publishDraft = publishDraft;
        this.meetInDraft = meetInDraft;
        this.drafts = drafts;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/publication")
    @Operation(operationId = "publishDraft", summary = "Say what I had written down; the draft goes")
    @APIResponse(
            responseCode = "201",
            description = "The post",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WrittenView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(
            responseCode = "404",
            description = "no-such-draft: none of mine, or posted already; no-such-status: none that I could answer")
    @APIResponse(responseCode = "409", description = "request-still-running")
    @APIResponse(responseCode = "422", description = "invalid-input: it is not complete; errors name the places")
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests: 120 an hour, with those that are posted at once")
    public Uni<RestResponse<WrittenView>> publish(@RestPath String id) {
        var author = caller.actor();
        return limits.take("social-post", author.userId(), PER_HOUR, HOUR)
                .chain(() -> meetInDraft.of(author, id))
                .chain(() -> publishDraft.publish(id));
    }

    @PUT
    @Path("/schedule")
    @WithTransaction
    @Operation(operationId = "scheduleDraft", summary = "Have a draft of mine posted at a time that I choose")
    @APIResponse(responseCode = "200", description = "It is posted then, if it can be posted then")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-draft: none of mine")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: an unknown zone, a time that is over or a year away")
    public Uni<DraftView> schedule(@RestPath String id, @Valid @NotNull ChosenTime time) {
        var moment = time.moment(clock.instant());
        return drafts.of(caller.actor(), id)
                .invoke(draft -> draft.schedule(moment, time.zone()))
                .map(DraftView::of);
    }

    @DELETE
    @Path("/schedule")
    @WithTransaction
    @Operation(operationId = "unscheduleDraft", summary = "Have a draft of mine wait for me")
    @APIResponse(responseCode = "204", description = "It waits")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-draft: none of mine")
    public Uni<Void> unschedule(@RestPath String id) {
        return drafts.of(caller.actor(), id).invoke(Draft::unschedule).replaceWithVoid();
    }
}
