package club.panamia.content.review;

import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.article.Remark;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What the reviewer and the authors say to each other. */
@Path("/api/articles/{slug}/review/comments")
@Tag(name = "Peer review")
class CommentsResource {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final CurrentActor caller;
    private final Clock clock;

    CommentsResource(
            Articles articles, Manuscripts manuscripts, Chronicle chronicle, CurrentActor caller, Clock clock) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Idempotent
    @Operation(operationId = "commentOnArticle", summary = "Comment on a passage, or answer a comment")
    @APIResponse(
            responseCode = "200",
            description = "It is said",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(
            responseCode = "404",
            description = "no-such-article; no-review; no-such-comment: the one that is answered")
    @APIResponse(
            responseCode = "409",
            description =
                    "article-in-wrong-state: it is published or removed; too-many-comments; request-still-running")
    @APIResponse(responseCode = "422", description = "invalid-input; idempotency-key-reused")
    public Uni<RestResponse<ManuscriptView>> add(@RestPath String slug, @Valid @NotNull Remark remark) {
        var actor = caller.actor();
        return articles.forChange(actor, slug)
                .call(article -> chronicle.tell(actor, article.reviewing(actor).remark(remark, clock.instant())))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, actor));
    }
}
