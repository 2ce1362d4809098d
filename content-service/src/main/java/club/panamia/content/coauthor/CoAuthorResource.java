package club.panamia.content.coauthor;

import club.panamia.content.announcement.Announcements;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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

/** One co-author, as the author sees them. */
@Path("/api/articles/{slug}/coauthors/{userId}")
@Tag(name = "Co-authors")
@RolesAllowed(Roles.MEMBER)
class CoAuthorResource {

    private final InviteCoAuthor inviteCoAuthor;
    private final Articles articles;
    private final Chronicle chronicle;
    private final Announcements announcements;
    private final CurrentActor caller;

    CoAuthorResource(
            InviteCoAuthor inviteCoAuthor,
            Articles articles,
            Chronicle chronicle,
            Announcements announcements,
            CurrentActor caller) {
        this.inviteCoAuthor = inviteCoAuthor;
        this.articles = articles;
        this.chronicle = chronicle;
        this.announcements = announcements;
        this.caller = caller;
    }

    /** Again without effect while they have not answered; who has declined can be asked once more. */
    @PUT
    @Operation(operationId = "inviteCoAuthor", summary = "Ask somebody to stand beside me as a co-author")
    @APIResponse(
            responseCode = "200",
            description = "They are asked, or have accepted already",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part: only its author invites; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description =
                    "article-in-wrong-state; already-involved: they are its author or its reviewer; too-many-co-authors")
    @APIResponse(
            responseCode = "422",
            description =
                    "invalid-input: the message is too long; cannot-be-asked: no such member with a profile and a screenname")
    @APIResponse(responseCode = "429", description = "too-many-requests: 30 invitations a day")
    public Uni<RestResponse<ManuscriptView>> invite(
            @RestPath String slug, @RestPath String userId, @Valid @NotNull Invitation invitation) {
        var author = caller.actor();
        return inviteCoAuthor
                .takeOne(author)
                .chain(() -> inviteCoAuthor.invite(author, slug, userId, invitation.message()));
    }

    /** An invitation is taken back as if it had not been; a co-author's name goes only before the article is published. */
    @DELETE
    @WithTransaction
    @Operation(
            operationId = "withdrawCoAuthor",
            summary = "Take back an invitation, or take a co-author off my article")
    @APIResponse(responseCode = "204", description = "They are not invited, nor a co-author")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article; no-such-co-author")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    public Uni<RestResponse<Void>> withdraw(@RestPath String slug, @RestPath String userId) {
        var author = caller.actor();
        return articles.forChange(author, slug)
                .call(article ->
                        chronicle.record(author, article.together(author).withdraw(userId)))
                .call(article -> announcements.withdraw(author, article, userId))
                .replaceWith(RestResponse.noContent());
    }
}
