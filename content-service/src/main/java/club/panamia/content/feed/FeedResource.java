package club.panamia.content.feed;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Feeds of what is published. */
@Path("/feeds/{format}")
@Tag(name = "Feeds")
class FeedResource {

    private final AnswerFeed answerFeed;
    private final PublishedItems published;

    FeedResource(AnswerFeed answerFeed, PublishedItems published) {
        this.answerFeed = answerFeed;
        this.published = published;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readFeed", summary = "The newest 50 articles as rss, atom or json")
    @APIResponse(
            responseCode = "200",
            description = "The feed; by its ETag or Last-Modified one can ask for changes only")
    @APIResponse(responseCode = "304", description = "It has not changed")
    @APIResponse(responseCode = "404", description = "not-found: another format")
    public Uni<RestResponse<String>> all(@BeanParam FeedQuestion question, @Context UriInfo uri) {
        return answerFeed.to(question, Selection.ALL, uri);
    }

    /** By tag, author (a screenname; co-authored ones, too), type or language. */
    @GET
    @Path("/{kind}/{value}")
    @PermitAll
    @Operation(
            operationId = "readFeedOf",
            summary = "The newest 50 articles of one tag, author, type or language as rss, atom or json")
    @APIResponse(
            responseCode = "200",
            description = "The feed; by its ETag or Last-Modified one can ask for changes only")
    @APIResponse(responseCode = "304", description = "It has not changed")
    @APIResponse(
            responseCode = "404",
            description = "not-found: another format or kind, nobody of this name, no such type or language")
    public Uni<RestResponse<String>> some(
            @BeanParam FeedQuestion question, @RestPath String kind, @RestPath String value, @Context UriInfo uri) {
        return selection(kind, value).chain(selection -> answerFeed.to(question, selection, uri));
    }

    private Uni<Selection> selection(String kind, String value) {
        return switch (kind) {
            case "tag" -> Uni.createFrom().item(Selection.tag(value));
            case "type" -> Uni.createFrom().item(Selection.type(value));
            case "language" -> Uni.createFrom().item(Selection.language(value));
            case "author" -> published.by(value);
            default -> throw NOT_FOUND.because("Feeds are by tag, author, type or language.");
        };
    }
}
