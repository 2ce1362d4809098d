package club.panamia.content.reading;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

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
    @APIResponse(
            responseCode = "200",
            description = "The article; its ETag is what a change must name",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(
            responseCode = "308",
            description = "It has another address now",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "no-such-article: there is none, or it is not for you")
    public Uni<RestResponse<ArticleView>> read(@RestPath String slug) {
        return caller.find().chain(reader -> articles.bySlug(slug, reader));
    }
}
