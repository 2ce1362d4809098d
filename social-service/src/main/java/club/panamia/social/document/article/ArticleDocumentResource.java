package club.panamia.social.document.article;

import club.panamia.social.document.ActivityJson;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A published article under its ActivityPub id, for other servers; people are led to its page. */
@Path("/ap/articles/{id}")
@Tag(name = "Federation")
@PermitAll
class ArticleDocumentResource {

    private final PublicArticles articles;

    ArticleDocumentResource(PublicArticles articles) {
        this.articles = articles;
    }

    @GET
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readArticleDocument", summary = "A published article as an ActivityPub document")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also what is not for everybody")
    @APIResponse(responseCode = "410", description = "It was taken back; out again, it has another id: a Tombstone")
    public Uni<RestResponse<String>> article(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return articles.article(id, known);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "openArticlePage", summary = "Lead a browser to the article's page")
    @APIResponse(responseCode = "303", description = "The page")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<Void>> page(@RestPath String id) {
        return articles.page(id);
    }

    @GET
    @Path("/activity")
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readArticleCreation", summary = "The activity by which the article came out")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also of what is not for everybody")
    @APIResponse(responseCode = "410", description = "It was taken back: a Tombstone")
    public Uni<RestResponse<String>> creation(
            @RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return articles.creation(id, known);
    }

    @GET
    @Path("/replies")
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readArticleReplies", summary = "Answers to the article that everybody may read")
    @APIResponse(responseCode = "200", description = "The ids of at most 100, oldest first")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also of what is not for everybody")
    @APIResponse(responseCode = "410", description = "It was taken back: a Tombstone")
    public Uni<RestResponse<String>> replies(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return articles.replies(id, known);
    }
}
