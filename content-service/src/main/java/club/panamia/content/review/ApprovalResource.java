package club.panamia.content.review;

import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Saying yes to an article. */
@Path("/api/articles/{slug}/review/approval")
@Tag(name = "Peer review")
class ApprovalResource {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final CurrentActor caller;
    private final Clock clock;

    ApprovalResource(
            Articles articles, Manuscripts manuscripts, Chronicle chronicle, CurrentActor caller, Clock clock) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    /** A later change of title, content, type or cover takes it back. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "approveArticle", summary = "Approve exactly the revision that I have read")
    @APIResponse(
            responseCode = "200",
            description = "It is approved; its author may publish it",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part: you do not review it; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description =
                    "article-in-wrong-state: no review is open; revision-changed: its authors have changed it since")
    @APIResponse(responseCode = "422", description = "invalid-input; checklist-incomplete")
    public Uni<RestResponse<ManuscriptView>> approve(@RestPath String slug, @Valid @NotNull Approval approval) {
        var reviewer = caller.actor();
        return articles.forChange(reviewer, slug)
                .call(article -> chronicle.record(
                        reviewer,
                        article.reviewing(reviewer)
                                .approve(approval.checklist(), approval.revision(), clock.instant())))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, reviewer));
    }
}
