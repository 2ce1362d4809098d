package club.panamia.content.preview;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.state.Action;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The link that shows a draft to whoever has it. */
@Path("/api/articles/{slug}/preview")
@Tag(name = "Writing")
@RolesAllowed(Roles.MEMBER)
class PreviewResource {

    private final Articles articles;
    private final Previews previews;
    private final Chronicle chronicle;
    private final CurrentActor caller;
    private final Clock clock;

    PreviewResource(Articles articles, Previews previews, Chronicle chronicle, CurrentActor caller, Clock clock) {
        this.articles = articles;
        this.previews = previews;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    /** It is shown this once. The link that there was before leads nowhere any more. */
    @PUT
    @WithTransaction
    @Operation(operationId = "shareDraft", summary = "Get a new link that shows a draft of mine to whoever has it")
    @APIResponse(
            responseCode = "200",
            description = "The link",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PreviewLink.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    @APIResponse(responseCode = "422", description = "invalid-input: 1 to 30 days")
    public Uni<RestResponse<PreviewLink>> share(@RestPath String slug, @Valid @NotNull PreviewWish wish) {
        var writer = caller.actor();
        var link = PreviewLink.until(wish.end(clock.instant()));
        return articles.forChange(writer, slug)
                .call(article ->
                        chronicle.record(writer, article.publishing(writer).share()))
                .call(article -> previews.open(article, link))
                .replaceWith(() -> ResponseBuilder.ok(link)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @GET
    @Operation(
            operationId = "readPreview",
            summary = "Show since when and until when a link leads to an article of mine")
    @APIResponse(responseCode = "200", description = "There is one; which, nobody knows but who has it")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part")
    @APIResponse(responseCode = "404", description = "no-such-article; not-found: there is none, or its time is over")
    public Uni<PreviewView> read(@RestPath String slug) {
        return articles.permitted(Action.UNSHARE, caller.actor(), slug).chain(previews::of);
    }

    @DELETE
    @WithTransaction
    @Operation(operationId = "unshareDraft", summary = "Let the link to an article of mine lead nowhere")
    @APIResponse(responseCode = "204", description = "No link leads to it")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    public Uni<RestResponse<Void>> unshare(@RestPath String slug) {
        var writer = caller.actor();
        return articles.forChange(writer, slug)
                .call(article -> close(writer, article))
                .replaceWith(RestResponse.noContent());
    }

    private Uni<Void> close(Actor writer, Article article) {
        var step = article.publishing(writer).unshare();
        return previews.close(article).chain(was -> chronicle.record(writer, step, was));
    }
}
