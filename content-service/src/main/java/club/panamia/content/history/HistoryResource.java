package club.panamia.content.history;

import club.panamia.content.article.Article;
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

/** What was done with an article. */
@Path("/api/articles/{slug}/history")
@Tag(name = "Writing")
class HistoryResource {

    private final Articles articles;
    private final History history;
    private final CurrentActor caller;

    HistoryResource(Articles articles, History history, CurrentActor caller) {
        this.articles = articles;
        this.history = history;
        this.caller = caller;
    }

    /** For its author, its co-authors and moderators. */
    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listArticleHistory", summary = "List what was done with an article, the latest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<HistoryEntry>> list(@RestPath String slug, @BeanParam @Valid PageQuery query) {
        return articles.permitted(Action.READ_HISTORY, caller.actor(), slug)
                .map(Article::id)
                .chain(id -> history.page(id, query));
    }
}
