package club.panamia.content.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A draft, for whoever has its link. */
@Path("/api/articles/preview")
@Tag(name = "Reading")
class SharedDraftResource {

    private final ReadableArticles articles;

    SharedDraftResource(ReadableArticles articles) {
        this.articles = articles;
    }

    /** Nobody keeps it, and no search engine. */
    @GET
    @PermitAll
    @Operation(operationId = "readSharedDraft", summary = "Show the draft that a link of its authors leads to")
    @APIResponse(
            responseCode = "200",
            description = "The article as its readers would see it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "404", description = "no-such-article: the link leads nowhere, or no longer")
    @APIResponse(responseCode = "422", description = "invalid-input: no token")
    public Uni<RestResponse<ArticleView>> read(
            @RestQuery
                    @NotNull
                    @Pattern(regexp = "[A-Za-z0-9_-]{43}", message = "must be a token of 43 characters")
                    @Parameter(required = true)
                    @Nullable
                    String token) {
        return articles.shared(token == null ? "" : token);
    }
}
