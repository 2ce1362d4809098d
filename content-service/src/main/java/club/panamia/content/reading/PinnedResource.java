package club.panamia.content.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What an author puts before their other articles. */
@Path("/api/articles/pinned/{screenname}")
@Tag(name = "Reading")
class PinnedResource {

    private final PublishedArticles articles;

    PinnedResource(PublishedArticles articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readPinned", summary = "Show the article that an author has pinned")
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "404", description = "no-such-article: they have pinned none that is published")
    public Uni<ArticleCard> read(@RestPath String screenname) {
        return articles.pinnedBy(screenname);
    }
}
