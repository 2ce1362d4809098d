package club.panamia.content.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Articles about the same things. */
@Path("/api/articles/{slug}/related")
@Tag(name = "Reading")
class RelatedResource {

    private final PublishedArticles articles;

    RelatedResource(PublishedArticles articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRelated",
            summary = "List up to six published articles that share tags with a published one")
    @APIResponse(responseCode = "200", description = "Those with the most tags in common first, then the newest")
    @APIResponse(responseCode = "404", description = "no-such-article: none that is published")
    public Uni<List<ArticleCard>> list(@RestPath String slug) {
        return articles.published(slug).chain(articles::relatedTo);
    }
}
