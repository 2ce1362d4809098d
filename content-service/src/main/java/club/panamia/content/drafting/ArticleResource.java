package club.panamia.content.drafting;

import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.request.IfMatch;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Going on with an article, or throwing it away. */
@Path("/api/articles/{slug}")
@Tag(name = "Writing")
@RolesAllowed(Roles.MEMBER)
class ArticleResource {

    private final Articles articles;
    private final ReviseArticle reviseArticle;
    private final Chronicle chronicle;
    private final CurrentActor caller;

    ArticleResource(Articles articles, ReviseArticle reviseArticle, Chronicle chronicle, CurrentActor caller) {
        this.articles = articles;
        this.reviseArticle = reviseArticle;
        this.chronicle = chronicle;
        this.caller = caller;
    }

    /** An approval that was given for what it said before holds no longer. */
    @PATCH
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeArticle",
            summary = "Change an article of mine by a JSON merge patch (RFC 7396): absent keeps, null clears")
    @APIResponse(
            responseCode = "200",
            description = "The article as it is now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; staff-only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    @APIResponse(
            responseCode = "412",
            description =
                    "stale-version: it has changed since you read it; branch names the revision that holds what you wrote")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: a patch is application/merge-patch+json")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<RestResponse<ManuscriptView>> change(
            @RestPath String slug,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ArticleDraft.class))) @NotNull
                    JsonNode patch) {
        var attempt = new Attempt(IfMatch.required(ifMatch), patch);
        var writer = caller.actor();
        return reviseArticle
                .revise(writer, slug, attempt)
                .onFailure(ReviseArticle::cameTooLate)
                .recoverWithUni(refusal -> reviseArticle.keep(writer, slug, attempt, (Problem) refusal));
    }

    /** What has been published must be taken back first; what readers answered to it stays. */
    @DELETE
    @WithTransaction
    @Operation(operationId = "deleteArticle", summary = "Delete a draft of mine for good")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is no draft")
    public Uni<RestResponse<Void>> delete(@RestPath String slug) {
        var author = caller.actor();
        return articles.forChange(author, slug)
                .call(article -> chronicle.tell(author, article.delete(author)))
                .chain(article -> articles.delete(article))
                .replaceWith(RestResponse.noContent());
    }
}
