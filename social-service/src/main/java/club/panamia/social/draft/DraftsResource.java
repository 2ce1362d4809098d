package club.panamia.social.draft;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.post.PostDraft;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

/** What somebody has written down and not said yet. */
@Path("/api/social/drafts")
@Tag(name = "Posts")
@RolesAllowed(Roles.MEMBER)
class DraftsResource {

    private static final int PER_HOUR = 120;
    private static final Duration HOUR = Duration.ofHours(1);

    private final KeepDraft keepDraft;
    private final Drafts drafts;
    private final RateLimits limits;
    private final CurrentActor caller;

    DraftsResource(KeepDraft keepDraft, Drafts drafts, RateLimits limits, CurrentActor caller) {
        this.keepDraft = keepDraft;
        this.drafts = drafts;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "createDraft",
            summary =
                    "Write a post down and say it later; it need not be complete, and its uploads are kept as long as it is")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "409", description = "too-many-drafts: 100; request-still-running")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places; idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests: 120 an hour")
    public Uni<RestResponse<DraftView>> begin(@Valid @NotNull PostDraft post) {
        var person = caller.actor();
        return limits.take("social-draft", person.userId(), PER_HOUR, HOUR).chain(() -> keepDraft.begin(post));
    }

    @GET
    @WithSession
    @Operation(operationId = "listDrafts", summary = "List what I have written down and not said yet, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown cursor or limit")
    public Uni<Page<DraftView>> list(@BeanParam @Valid PageQuery page) {
        return drafts.of(caller.actor(), page);
    }
}
