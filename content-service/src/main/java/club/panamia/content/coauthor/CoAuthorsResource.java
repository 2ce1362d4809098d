package club.panamia.content.coauthor;

import club.panamia.content.article.Articles;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** All co-authors of an article. */
@Path("/api/articles/{slug}/coauthors")
@Tag(name = "Co-authors")
@RolesAllowed(Roles.MEMBER)
class CoAuthorsResource {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final CurrentActor caller;

    CoAuthorsResource(Articles articles, Manuscripts manuscripts, CurrentActor caller) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.caller = caller;
    }

    @PUT
    @WithTransaction
    @Operation(operationId = "orderCoAuthors", summary = "Say in which order my co-authors are named")
    @APIResponse(
            responseCode = "200",
            description = "They are named in this order",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: somebody is missing, named twice or has no part in it")
    public Uni<RestResponse<ManuscriptView>> order(@RestPath String slug, @Valid @NotNull CreditOrder order) {
        var author = caller.actor();
        return articles.forChange(author, slug)
                .invoke(article -> article.together(author).credit(order.userIds()))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, author));
    }
}
