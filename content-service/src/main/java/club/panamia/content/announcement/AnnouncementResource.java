package club.panamia.content.announcement;

import club.panamia.content.article.Articles;
import club.panamia.content.state.Action;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What I say when an article of mine goes out. */
@Path("/api/articles/{slug}/announcement")
@Tag(name = "Publication")
@RolesAllowed(Roles.MEMBER)
class AnnouncementResource {

    private final Articles articles;
    private final Announcements announcements;
    private final CurrentActor caller;

    AnnouncementResource(Articles articles, Announcements announcements, CurrentActor caller) {
        this.articles = articles;
        this.announcements = announcements;
        this.caller = caller;
    }

    /** Each author has their own. It becomes a post when the article is published; at once, where it is already. */
    @PUT
    @WithTransaction
    @Operation(
            operationId = "prepareAnnouncement",
            summary = "Prepare what I say to my followers when an article of mine goes out")
    @APIResponse(responseCode = "204", description = "It is kept")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description = "announcement-already-posted; article-in-wrong-state: it is removed")
    @APIResponse(responseCode = "422", description = "invalid-input: 1 to 500 characters")
    public Uni<RestResponse<Void>> prepare(@RestPath String slug, @Valid @NotNull AnnouncementText announcement) {
        var author = caller.actor();
        return articles.forChange(author, slug)
                .invoke(article -> article.permit(Action.ANNOUNCE, author))
                .call(article -> announcements.prepare(author, article, announcement.text()))
                .replaceWith(RestResponse.noContent());
    }

    @GET
    @Operation(operationId = "readAnnouncement", summary = "Show what I have prepared to say of an article of mine")
    @APIResponse(responseCode = "200", description = "My announcement")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part")
    @APIResponse(responseCode = "404", description = "no-such-article; no-announcement")
    public Uni<AnnouncementView> read(@RestPath String slug) {
        var author = caller.actor();
        return articles.permitted(Action.WITHDRAW_ANNOUNCEMENT, author, slug)
                .chain(article -> announcements.of(author, article));
    }

    /** A post that was made of it goes, too. */
    @DELETE
    @WithTransaction
    @Operation(
            operationId = "withdrawAnnouncement",
            summary = "Take back what I wanted to say, or have said, of an article of mine")
    @APIResponse(responseCode = "204", description = "There is none of mine")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    public Uni<RestResponse<Void>> withdraw(@RestPath String slug) {
        var author = caller.actor();
        return articles.forChange(author, slug)
                .invoke(article -> article.permit(Action.WITHDRAW_ANNOUNCEMENT, author))
                .call(article -> announcements.withdraw(author, article, author.userId()))
                .replaceWith(RestResponse.noContent());
    }
}
