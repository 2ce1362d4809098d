package club.panamia.content.review;

import club.panamia.content.article.Articles;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether what a comment asks for is done. */
@Path("/api/articles/{slug}/review/comments/{id}/resolution")
@Tag(name = "Peer review")
@RolesAllowed(Roles.MEMBER)
class ResolutionResource {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final CurrentActor caller;
    private final Clock clock;

    ResolutionResource(Articles articles, Manuscripts manuscripts, CurrentActor caller, Clock clock) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.caller = caller;
        this.clock = clock;
    }

    /** By its authors. Again without effect. */
    @PUT
    @WithTransaction
    @Operation(operationId = "resolveComment", summary = "Say that what a comment asks for is done")
    @APIResponse(
            responseCode = "200",
            description = "It is resolved",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article; no-review; no-such-comment")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    public Uni<RestResponse<ManuscriptView>> resolve(@RestPath String slug, @RestPath String id) {
        return settle(slug, id, true);
    }

    /** By its authors or the reviewer. Again without effect. */
    @DELETE
    @WithTransaction
    @Operation(operationId = "reopenComment", summary = "Say that what a comment asks for is not done")
    @APIResponse(
            responseCode = "200",
            description = "It is open",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article; no-review; no-such-comment")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    public Uni<RestResponse<ManuscriptView>> reopen(@RestPath String slug, @RestPath String id) {
        return settle(slug, id, false);
    }

    private Uni<RestResponse<ManuscriptView>> settle(String slug, String id, boolean resolved) {
        var actor = caller.actor();
        return articles.forChange(actor, slug)
                .invoke(article -> article.reviewing(actor).settle(id, resolved, clock.instant()))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, actor));
    }
}
