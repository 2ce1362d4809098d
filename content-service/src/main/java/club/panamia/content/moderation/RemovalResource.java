package club.panamia.content.moderation;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whether an article is out of sight. */
@Path("/api/articles/{slug}/removal")
@Tag(name = "Moderation")
@RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
class RemovalResource {

    private final RemoveArticle removeArticle;
    private final CurrentActor caller;

    RemovalResource(RemoveArticle removeArticle, CurrentActor caller) {
        this.removeArticle = removeArticle;
        this.caller = caller;
    }

    @PUT
    @Operation(operationId = "removeArticle", summary = "Take a published article out of sight, and say why")
    @APIResponse(responseCode = "200", description = "Its readers do not find it")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    @APIResponse(responseCode = "422", description = "invalid-input: a reason of 10 to 1000 characters is needed")
    public Uni<RemovalView> remove(@RestPath String slug, @Valid @NotNull Removal removal) {
        return caller.fresh().chain(moderator -> removeArticle.remove(moderator, slug, removal.reason()));
    }

    /** Why it was removed stays in its history. */
    @DELETE
    @Operation(operationId = "restoreArticle", summary = "Show a removed article again")
    @APIResponse(responseCode = "200", description = "It is published")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not removed")
    public Uni<RemovalView> restore(@RestPath String slug) {
        return caller.fresh().chain(moderator -> removeArticle.restore(moderator, slug));
    }
}
