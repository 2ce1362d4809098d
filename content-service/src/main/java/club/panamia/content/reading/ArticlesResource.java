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

/** What there is to read. */
@Path("/api/articles")
@Tag(name = "Reading")
class ArticlesResource {

    private final PublishedArticles articles;

    ArticlesResource(PublishedArticles articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listArticles", summary = "List published articles by type, tag and author, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown type, a cursor or limit that is none")
    public Uni<Page<ArticleCard>> list(@BeanParam @Valid ArticleFilter filter, @BeanParam @Valid PageQuery page) {
        return articles.page(filter, page);
    }
}
