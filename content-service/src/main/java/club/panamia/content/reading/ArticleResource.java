package club.panamia.content.reading;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One article. */
@Path("/api/articles/{slug}")
@Tag(name = "Reading")
class ArticleResource {

    private final ReadableArticles articles;
    private final CurrentActor caller;

    ArticleResource(ReadableArticles articles, CurrentActor caller) {
        this.articles = articles;
        this.caller = caller;
    }

    /** Published ones for everybody; others for their author, their accepted co-authors and their reviewer. */
    @GET
    @PermitAll
    @Operation(operationId = "readArticle", summary = "Show an article")
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "404", description = "no-such-article: there is none, or it is not for you")
    public Uni<ArticleView> read(@RestPath String slug) {
        return caller.find().chain(reader -> articles.bySlug(slug, reader));
    }
}
