package club.panamia.content.manuscript;

import club.panamia.content.article.Articles;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** An article behind its public face. */
@Path("/api/articles/{slug}/manuscript")
@Tag(name = "Writing")
class ManuscriptResource {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final CurrentActor caller;

    ManuscriptResource(Articles articles, Manuscripts manuscripts, CurrentActor caller) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.caller = caller;
    }

    /** For its author, its co-authors, those who are invited, its reviewer, and moderators of what is not a draft. */
    @GET
    @RolesAllowed(Roles.MEMBER)
    @WithSession
    @Operation(operationId = "readManuscript", summary = "Show an article as those see it who have a part in it")
    @APIResponse(
            responseCode = "200",
            description = "The article; its ETag is what a change must name",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-article: there is none, or you have no part in it")
    public Uni<RestResponse<ManuscriptView>> read(@RestPath String slug) {
        var reader = caller.actor();
        return articles.inside(reader, slug).chain(article -> manuscripts.answer(article, reader));
    }
}
