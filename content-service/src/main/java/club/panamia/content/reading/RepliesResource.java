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
import org.jboss.resteasy.reactive.RestPath;

/** Articles that answer an article. */
@Path("/api/articles/{slug}/replies")
@Tag(name = "Reading")
class RepliesResource {

    private final PublishedArticles articles;

    RepliesResource(PublishedArticles articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listReplies",
            summary = "List the published articles that answer a published one, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "404", description = "no-such-article: none that is published")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<ArticleCard>> list(@RestPath String slug, @BeanParam @Valid PageQuery page) {
        return articles.published(slug).chain(id -> articles.answering(id, page));
    }
}
