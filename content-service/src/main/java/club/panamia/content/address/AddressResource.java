package club.panamia.content.address;

import club.panamia.content.article.Article;
import club.panamia.content.article.ArticleStep;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
import club.panamia.content.state.Action;
import club.panamia.content.text.Slug;
import club.panamia.kernel.identity.Actor;
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

/** Where an article is found. */
@Path("/api/articles/{slug}/address")
@Tag(name = "Writing")
class AddressResource {

    private final Articles articles;
    private final Addresses addresses;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final CurrentActor caller;

    AddressResource(
            Articles articles, Addresses addresses, Manuscripts manuscripts, Chronicle chronicle, CurrentActor caller) {
        this.articles = articles;
        this.addresses = addresses;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.caller = caller;
    }

    /** Whoever asks for the address that it had is sent to the new one. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(
            operationId = "moveArticle",
            summary = "Give an article of mine another address; the old one leads to it")
    @APIResponse(
            responseCode = "200",
            description = "The article at its new address",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description = "article-address-taken; too-many-addresses; article-in-wrong-state: it is removed")
    @APIResponse(responseCode = "422", description = "invalid-input: no address, or one that means something else")
    public Uni<RestResponse<ManuscriptView>> move(@RestPath String slug, @Valid @NotNull NewAddress address) {
        var author = caller.actor();
        return addresses
                .reserve(new Slug(address.slug()))
                .chain(() -> articles.forChange(author, slug))
                .invoke(article -> article.permit(Action.MOVE, author))
                .call(article -> addresses.requireFree(address.slug(), article))
                .call(article -> move(author, article, address.slug()))
                .chain(article -> manuscripts.answer(article, author));
    }

    /** Nothing where it is there already. */
    private Uni<Void> move(Actor author, Article article, String slug) {
        var former = article.slug();
        return article.move(author, slug)
                .map(step -> leave(author, article, former, step))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> leave(Actor author, Article article, String former, ArticleStep step) {
        return addresses
                .moved(article, former, article.slug())
                .chain(() -> chronicle.record(author, step))
                .chain(articles::flush);
    }
}
