package club.panamia.content.revision;

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

/** What an article said before. */
@Path("/api/articles/{slug}/revisions")
@Tag(name = "Revisions")
class RevisionsResource {

    private final Articles articles;
    private final Revisions revisions;
    private final CurrentActor caller;

    RevisionsResource(Articles articles, Revisions revisions, CurrentActor caller) {
        this.articles = articles;
        this.revisions = revisions;
        this.caller = caller;
    }

    /** For its authors. */
    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "listRevisions",
            summary = "List what an article of mine said after each save, the latest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<RevisionEntry>> list(@RestPath String slug, @BeanParam @Valid PageQuery query) {
        return articles.permitted(Action.READ_REVISIONS, caller.actor(), slug)
                .map(Article::id)
                .chain(id -> revisions.page(id, query));
    }
}
