package club.panamia.content.comment;

import club.panamia.content.article.Articles;
import club.panamia.content.state.Action;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether a comment stands under an article. The post itself stays: that is for social-service's moderators. */
@Path("/api/articles/{slug}/comments/{comment}/hiding")
@Tag(name = "Moderation")
@RolesAllowed(Roles.MEMBER)
class HidingResource {

    private final Articles articles;
    private final Comments comments;
    private final CurrentActor caller;

    HidingResource(Articles articles, Comments comments, CurrentActor caller) {
        this.articles = articles;
        this.comments = comments;
        this.caller = caller;
    }

    @PUT
    @WithTransaction
    @Operation(
            operationId = "hideComment",
            summary = "Let a comment, and what answers it, stand no longer under an article of mine")
    @APIResponse(
            responseCode = "204",
            description = "Readers of the article do not see it; who hid it first, and why, stays")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article; no-such-comment")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    @APIResponse(responseCode = "422", description = "invalid-input: a reason of 3 to 500 characters is needed")
    public Uni<RestResponse<Void>> hide(
            @RestPath String slug, @RestPath String comment, @Valid @NotNull Hiding hiding) {
        var actor = caller.actor();
        return articles.forChange(actor, slug)
                .invoke(article -> article.permit(Action.HIDE_COMMENT, actor))
                .call(article -> comments.hide(article, comment, actor.userId(), hiding.reason()))
                .replaceWith(RestResponse.noContent());
    }

    @DELETE
    @WithTransaction
    @Operation(operationId = "showComment", summary = "Let a hidden comment stand under an article again")
    @APIResponse(responseCode = "204", description = "Readers of the article see it")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article; no-such-comment: none that is hidden")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    public Uni<RestResponse<Void>> show(@RestPath String slug, @RestPath String comment) {
        var actor = caller.actor();
        return articles.forChange(actor, slug)
                .invoke(article -> article.permit(Action.HIDE_COMMENT, actor))
                .call(article -> comments.show(article, comment))
                .replaceWith(RestResponse.noContent());
    }
}
