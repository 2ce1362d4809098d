package club.panamia.content.revision;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.state.Action;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One thing that an article said before. */
@Path("/api/articles/{slug}/revisions/{id}")
@Tag(name = "Revisions")
@RolesAllowed(Roles.MEMBER)
class RevisionResource {

    private final Articles articles;
    private final Revisions revisions;
    private final CurrentActor caller;

    RevisionResource(Articles articles, Revisions revisions, CurrentActor caller) {
        this.articles = articles;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "readRevision", summary = "Show what an article of mine said, or would have said")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part")
    @APIResponse(responseCode = "404", description = "no-such-article; no-such-revision")
    public Uni<RevisionView> read(@RestPath String slug, @RestPath String id) {
        return articles.permitted(Action.READ_REVISIONS, caller.actor(), slug)
                .chain(article -> revisions.one(article.id(), id));
    }

    /** To what the article says now, unless another revision is named. */
    @GET
    @Path("/changes")
    @Operation(operationId = "compareRevision", summary = "Show what changed since a revision, line by line")
    @APIResponse(responseCode = "200", description = "What is not the same")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part")
    @APIResponse(responseCode = "404", description = "no-such-article; no-such-revision: one of the two")
    public Uni<Changes> changes(
            @RestPath String slug,
            @RestPath String id,
            @RestQuery @Parameter(description = "The id of the later one") Optional<String> to) {
        return articles.permitted(Action.READ_REVISIONS, caller.actor(), slug)
                .chain(article -> compared(article, id, to));
    }

    private Uni<Changes> compared(Article article, String from, Optional<String> to) {
        return Uni.combine()
                .all()
                .unis(revisions.wording(article.id(), from), later(article, to))
                .with(Changes::between);
    }

    private Uni<ArticleDraft> later(Article article, Optional<String> to) {
        return to.map(id -> revisions.wording(article.id(), id))
                .orElseGet(() -> Uni.createFrom().item(article.wording().draft()));
    }
}
