package club.panamia.content.review;

import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The review of an article. */
@Path("/api/articles/{slug}/review")
@Tag(name = "Peer review")
@RolesAllowed(Roles.MEMBER)
class ReviewResource {

    private final AskReviewer askReviewer;
    private final Articles articles;
    private final Chronicle chronicle;
    private final CurrentActor caller;

    ReviewResource(AskReviewer askReviewer, Articles articles, Chronicle chronicle, CurrentActor caller) {
        this.askReviewer = askReviewer;
        this.articles = articles;
        this.chronicle = chronicle;
        this.caller = caller;
    }

    /** Of somebody else where the first has not decided; what was said before stays. */
    @PUT
    @Operation(
            operationId = "requestReview",
            summary = "Ask somebody to review an article of mine, or somebody else instead")
    @APIResponse(
            responseCode = "200",
            description = "They are asked",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description = "article-in-wrong-state; already-involved: they write it, or are invited to")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input; cannot-be-asked: no such member with a profile and a screenname")
    @APIResponse(responseCode = "429", description = "too-many-requests: 30 a day")
    public Uni<RestResponse<ManuscriptView>> request(@RestPath String slug, @Valid @NotNull ReviewWish wish) {
        var writer = caller.actor();
        return askReviewer.takeOne(writer).chain(() -> askReviewer.ask(writer, slug, wish));
    }

    /** By its authors, by the reviewer who steps back, or by a moderator where nobody moves. */
    @DELETE
    @WithTransaction
    @Operation(operationId = "cancelReview", summary = "Call a review off; the article is a draft again")
    @APIResponse(responseCode = "204", description = "Nobody reviews it")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: no review is open")
    public Uni<RestResponse<Void>> cancel(@RestPath String slug) {
        var actor = caller.actor();
        return articles.forChange(actor, slug)
                .call(article ->
                        chronicle.record(actor, article.reviewing(actor).cancel()))
                .replaceWith(RestResponse.noContent());
    }
}
