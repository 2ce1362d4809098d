package club.panamia.content.finding;

import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Articles by words. */
@Path("/api/articles/search")
@Tag(name = "Reading")
class SearchResource {

    private final ArticleSearch search;

    SearchResource(ArticleSearch search) {
        this.search = search;
    }

    @GET
    @PermitAll
    @Operation(operationId = "searchArticles", summary = "Find published articles by words, the most fitting first")
    @APIResponse(responseCode = "200", description = "One page, with what was found marked")
    @APIResponse(responseCode = "422", description = "invalid-input: fewer than two characters; cursor or limit")
    public Uni<Page<FoundArticle>> search(@BeanParam @Valid SearchQuestion question) {
        return search.page(question);
    }
}
