package club.panamia.content.coauthor;

import club.panamia.content.announcement.Announcements;
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

/** My own place beside an author. */
@Path("/api/articles/{slug}/coauthorship")
@Tag(name = "Co-authors")
@RolesAllowed(Roles.MEMBER)
class CoauthorshipResource {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final Announcements announcements;
    private final CurrentActor caller;
    private final Clock clock;

    CoauthorshipResource(
            Articles articles,
            Manuscripts manuscripts,
            Chronicle chronicle,
            Announcements announcements,
            CurrentActor caller,
            Clock clock) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.announcements = announcements;
        this.caller = caller;
        this.clock = clock;
    }

    /** Nobody's name is published without it. Again without effect. */
    @PUT
    @WithTransaction
    @Operation(operationId = "acceptCoauthorship", summary = "Accept an invitation to be a co-author")
    @APIResponse(
            responseCode = "200",
            description = "I am a co-author",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part: nobody has invited you; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    public Uni<RestResponse<ManuscriptView>> accept(@RestPath String slug) {
        var invited = caller.actor();
        return articles.forChange(invited, slug)
                .call(article ->
                        chronicle.record(invited, article.together(invited).accept(clock.instant())))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, invited));
    }

    /** Also from a published article: whose name stands there is that person's to say. */
    @DELETE
    @WithTransaction
    @Operation(operationId = "leaveCoauthorship", summary = "Decline an invitation, or take my name off an article")
    @APIResponse(responseCode = "204", description = "My name does not stand there")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    public Uni<RestResponse<Void>> leave(@RestPath String slug) {
        var person = caller.actor();
        return articles.forChange(person, slug)
                .call(article ->
                        chronicle.record(person, article.together(person).leave()))
                .call(article -> announcements.withdraw(person, article, person.userId()))
                .replaceWith(RestResponse.noContent());
    }
}
