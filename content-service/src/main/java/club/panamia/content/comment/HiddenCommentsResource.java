package club.panamia.content.comment;

import club.panamia.content.article.Articles;
import club.panamia.content.state.Action;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What stands no longer under an article. */
@Path("/api/articles/{slug}/comments/hidden")
@Tag(name = "Moderation")
@RolesAllowed(Roles.MEMBER)
class HiddenCommentsResource {

    private final Articles articles;
    private final Comments comments;
    private final CurrentActor caller;

    HiddenCommentsResource(Articles articles, Comments comments, CurrentActor caller) {
        this.articles = articles;
        this.comments = comments;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listHiddenComments",
            summary = "List the comments that its authors or a moderator have hidden, the last first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<HiddenComment>> list(@RestPath String slug, @BeanParam @Valid PageQuery page) {
        return articles.permitted(Action.HIDE_COMMENT, caller.actor(), slug)
                .chain(article -> comments.hiddenUnder(article, page));
    }
}
