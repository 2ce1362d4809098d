package club.panamia.content.schedule;

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

/** When an article goes out by itself. */
@Path("/api/articles/{slug}/schedule")
@Tag(name = "Publication")
@RolesAllowed(Roles.MEMBER)
class ScheduleResource {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final CurrentActor caller;
    private final Clock clock;

    ScheduleResource(
            Articles articles, Manuscripts manuscripts, Chronicle chronicle, CurrentActor caller, Clock clock) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    /** What it needs to be published it must have now, and at that time still. Another time takes the place of this one. */
    @PUT
    @WithTransaction
    @Operation(operationId = "scheduleArticle", summary = "Let an article of mine go out at a time that I choose")
    @APIResponse(
            responseCode = "200",
            description = "It goes out then",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; staff-only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description =
                    "article-needs-second-person; article-not-ready; article-in-wrong-state: also while a review is open")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: an unknown zone, a time that is over or a year away")
    public Uni<RestResponse<ManuscriptView>> schedule(@RestPath String slug, @Valid @NotNull ChosenTime time) {
        var author = caller.actor();
        var moment = time.moment(clock.instant());
        return articles.forChange(author, slug)
                .call(article -> chronicle.record(author, article.scheduling().schedule(author, moment, time.zone())))
                .call(articles::flush)
                .chain(article -> manuscripts.answer(article, author));
    }

    @DELETE
    @WithTransaction
    @Operation(operationId = "unscheduleArticle", summary = "Let an article of mine not go out by itself")
    @APIResponse(responseCode = "204", description = "It waits for its author")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    public Uni<RestResponse<Void>> unschedule(@RestPath String slug) {
        var author = caller.actor();
        return articles.forChange(author, slug)
                .call(article -> chronicle.record(author, article.scheduling().unschedule(author)))
                .replaceWith(RestResponse.noContent());
    }
}
