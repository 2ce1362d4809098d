package club.panamia.content.drafting;

import club.panamia.content.address.Addresses;
import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.cover.OwnCover;
import club.panamia.content.revision.KeepRevision;
import club.panamia.content.text.Slug;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Beginning an article. */
@Path("/api/articles")
@Tag(name = "Writing")
class ArticlesResource {

    private final Articles articles;
    private final Addresses addresses;
    private final OwnCover ownCover;
    private final KeepRevision keepRevision;
    private final CurrentActor caller;
    private final Clock clock;

    ArticlesResource(
            Articles articles,
            Addresses addresses,
            OwnCover ownCover,
            KeepRevision keepRevision,
            CurrentActor caller,
            Clock clock) {
        this.articles = articles;
        this.addresses = addresses;
        this.ownCover = ownCover;
        this.keepRevision = keepRevision;
        this.caller = caller;
        this.clock = clock;
    }

    /** A draft under an address of its own, made of its title. */
    @POST
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Idempotent
    @Operation(operationId = "createArticle", summary = "Begin an article as a draft")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(
            responseCode = "403",
            description = "screenname-required; staff-only: a staff update by somebody else; wrong-origin")
    @APIResponse(responseCode = "409", description = "article-address-taken; request-still-running")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places; idempotency-key-reused")
    public Uni<RestResponse<DraftView>> create(@Valid @NotNull ArticleDraft draft) {
        var author = caller.actor();
        return articles.requireParent(draft.inReplyTo(), null)
                .chain(() -> ownCover.require(author, null, draft.coverImage()))
                .chain(() -> addresses.free(Slug.of(draft.title(), clock.instant())))
                .map(slug -> Article.draft(author, slug, draft))
                .call(articles::persistAndFlush)
                .call(article -> keepRevision.saved(author, article))
                .map(DraftView::created);
    }
}
