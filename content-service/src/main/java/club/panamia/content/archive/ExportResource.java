package club.panamia.content.archive;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** My articles as a file. */
@Path("/api/articles/export")
@Tag(name = "Writing")
class ExportResource {

    private static final int EXPORTS = 60;
    private static final Duration PER = Duration.ofHours(1);

    private final Articles articles;
    private final RateLimits limits;
    private final CurrentActor caller;

    ExportResource(Articles articles, RateLimits limits, CurrentActor caller) {
        this.articles = articles;
        this.limits = limits;
        this.caller = caller;
    }

    /** Those that I began, whatever their state, a hundred at a time in the order in which I began them. */
    @GET
    @RolesAllowed(Roles.MEMBER)
    @Produces("application/zip")
    @Operation(
            operationId = "exportArticles",
            summary = "Get my articles as a zip file of Markdown with front matter, and of JSON")
    @APIResponse(
            responseCode = "200",
            description =
                    "Up to a hundred; the header X-Next-After is what the next request's after must be, absent at the end",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 an hour")
    public Uni<RestResponse<byte[]>> export(
            @RestQuery @Parameter(description = "The id of the article after which it goes on") String after) {
        var author = caller.actor();
        return limits.take("article-export", author.userId(), EXPORTS, PER)
                .chain(() -> articles.begunBy(author, after == null ? "" : after, Archive.MOST_ARTICLES))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(ExportResource::answer);
    }

    private static RestResponse<byte[]> answer(List<Article> articles) {
        var archived = articles.stream()
                .map(article ->
                        new ArchivedArticle(article.slug(), article.wording().draft()))
                .toList();
        var answer = ResponseBuilder.ok(Archive.write(archived), "application/zip")
                .header("Content-Disposition", "attachment; filename=\"articles.zip\"")
                .header("Cache-Control", "no-store");
        return articles.size() < Archive.MOST_ARTICLES
                ? answer.build()
                : answer.header("X-Next-After", articles.getLast().id()).build();
    }
}
