package club.panamia.content.reading;

import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the house recommends. */
@Path("/api/articles/featured")
@Tag(name = "Reading")
class FeaturedResource {

    private final PublishedArticles articles;

    FeaturedResource(PublishedArticles articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listFeatured", summary = "List the articles that the moderators recommend, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<ArticleCard>> list(@BeanParam @Valid PageQuery page) {
        return articles.featured(page);
    }
}
