package club.panamia.content.comment;

import club.panamia.content.reading.PublishedArticles;
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

/** What people say under a published article. */
@Path("/api/articles/{slug}/comments")
@Tag(name = "Reading")
class CommentsResource {

    private final PublishedArticles articles;
    private final Comments comments;

    CommentsResource(PublishedArticles articles, Comments comments) {
        this.articles = articles;
        this.comments = comments;
    }

    /** One writes a comment as a post: as a reply to an announcement of the article. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listComments",
            summary =
                    "List what everybody may read of the replies to a published article's announcements, oldest first")
    @APIResponse(responseCode = "200", description = "One page; of longer threads the first 2000 replies, 30 deep")
    @APIResponse(responseCode = "404", description = "no-such-article: none that is published")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<Comment>> list(@RestPath String slug, @BeanParam @Valid PageQuery page) {
        return articles.published(slug).chain(id -> comments.under(id, page));
    }
}
