package club.panamia.content.revision;

import club.panamia.content.article.Articles;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.state.Action;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Saying again what was said before. */
@Path("/api/articles/{slug}/revisions/{id}/restoration")
@Tag(name = "Revisions")
class RestorationResource {

    private final Articles articles;
    private final Revisions revisions;
    private final RestoreRevision restoreRevision;
    private final CurrentActor caller;

    RestorationResource(Articles articles, Revisions revisions, RestoreRevision restoreRevision, CurrentActor caller) {
        this.articles = articles;
        this.revisions = revisions;
        this.restoreRevision = restoreRevision;
        this.caller = caller;
    }

    /** Also what a branch would have said. What the article says now stays among its revisions. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "restoreRevision", summary = "Let an article of mine say again what it said before")
    @APIResponse(
            responseCode = "200",
            description = "The article as it is now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; staff-only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article; no-such-revision")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "422", description = "invalid-input: what it answered is not published any more")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<RestResponse<ManuscriptView>> restore(
            @RestPath String slug, @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch) {
        var seen = IfMatch.required(ifMatch);
        var writer = caller.actor();
        return articles.permitted(Action.EDIT, writer, slug)
                .chain(article -> revisions.wording(article.id(), id))
                .chain(draft -> restoreRevision.of(writer, slug, seen, draft));
    }
}
