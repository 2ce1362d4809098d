package club.panamia.content.highlight;

import club.panamia.content.article.Articles;
import club.panamia.content.state.Action;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether an article stands before the others of one of its authors. */
@Path("/api/articles/{slug}/pin")
@Tag(name = "Publication")
@RolesAllowed(Roles.MEMBER)
class PinResource {

    private final Articles articles;
    private final Highlights highlights;
    private final CurrentActor caller;

    PinResource(Articles articles, Highlights highlights, CurrentActor caller) {
        this.articles = articles;
        this.highlights = highlights;
        this.caller = caller;
    }

    /** In the place of the one that I pinned before. */
    @PUT
    @WithTransaction
    @Operation(operationId = "pinArticle", summary = "Let a published article of mine stand before my others")
    @APIResponse(responseCode = "204", description = "It is the one that I pinned")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    public Uni<RestResponse<Void>> pin(@RestPath String slug) {
        var writer = caller.actor();
        return articles.forChange(writer, slug)
                .invoke(article -> article.permit(Action.PIN, writer))
                .call(article -> highlights.pin(writer, article))
                .replaceWith(RestResponse.noContent());
    }

    @DELETE
    @WithTransaction
    @Operation(operationId = "unpinArticle", summary = "Let an article of mine stand among my others")
    @APIResponse(responseCode = "204", description = "It is not the one that I pinned")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    public Uni<RestResponse<Void>> unpin(@RestPath String slug) {
        var writer = caller.actor();
        return articles.forChange(writer, slug)
                .call(article -> highlights.unpin(writer, article))
                .replaceWith(RestResponse.noContent());
    }
}
