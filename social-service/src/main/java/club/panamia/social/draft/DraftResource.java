package club.panamia.social.draft;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.social.post.PostDraft;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One draft of mine. */
@Path("/api/social/drafts/{id}")
@Tag(name = "Posts")
@RolesAllowed(Roles.MEMBER)
class DraftResource {

    private final KeepDraft keepDraft;
    private final Drafts drafts;
    private final CurrentActor caller;

    DraftResource(KeepDraft keepDraft, Drafts drafts, CurrentActor caller) {
        this.keepDraft = keepDraft;
        this.drafts = drafts;
        this.caller = caller;
    }

    @GET
    @WithSession
    @Operation(operationId = "readDraft", summary = "Show a draft of mine")
    @APIResponse(responseCode = "200", description = "The draft")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-draft: none of mine")
    public Uni<DraftView> read(@RestPath String id) {
        return drafts.seen(caller.actor(), id).map(DraftView::of);
    }

    @PUT
    @Operation(
            operationId = "changeDraft",
            summary = "Have a draft of mine say something else; when it is posted stays")
    @APIResponse(responseCode = "200", description = "The draft")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-draft: none of mine")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    public Uni<DraftView> change(@RestPath String id, @Valid @NotNull PostDraft post) {
        return keepDraft.change(caller.actor(), id, post);
    }

    @DELETE
    @WithTransaction
    @Operation(operationId = "discardDraft", summary = "Throw a draft of mine away")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-draft: none of mine")
    public Uni<Void> discard(@RestPath String id) {
        return drafts.of(caller.actor(), id).chain(drafts::delete);
    }
}
