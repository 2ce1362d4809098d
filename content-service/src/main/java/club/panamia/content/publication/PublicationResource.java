package club.panamia.content.publication;

import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether an article is published. */
@Path("/api/articles/{slug}/publication")
@Tag(name = "Publication")
@RolesAllowed(Roles.MEMBER)
class PublicationResource {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final CurrentActor caller;
    private final Clock clock;

    PublicationResource(
            Articles articles, Manuscripts manuscripts, Chronicle chronicle, CurrentActor caller, Clock clock) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    /** Once a co-author has accepted, or a reviewer has approved exactly this revision. */
    @PUT
    @WithTransaction
    @Operation(operationId = "publishArticle", summary = "Publish an article of mine")
    @APIResponse(
            responseCode = "200",
            description = "Everybody can read it",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; staff-only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description =
                    "article-needs-second-person; article-not-ready; article-in-wrong-state: also while a review is open")
    public Uni<RestResponse<ManuscriptView>> publish(@RestPath String slug) {
        var author = caller.actor();
        return articles.forChange(author, slug)
                .call(article ->
                        chronicle.record(author, article.publishing(author).publish(clock.instant())))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, author));
    }

    /** An approval holds until the next change. */
    @DELETE
    @WithTransaction
    @Operation(operationId = "unpublishArticle", summary = "Take an article of mine back; it is a draft again")
    @APIResponse(
            responseCode = "200",
            description = "It is a draft",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    public Uni<RestResponse<ManuscriptView>> unpublish(@RestPath String slug) {
        var author = caller.actor();
        return articles.forChange(author, slug)
                .call(article ->
                        chronicle.record(author, article.publishing(author).unpublish()))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, author));
    }
}
