package club.panamia.mentoring.calendar;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own calendar, for a program to subscribe to. */
@Path("/api/mentoring/calendar-feed")
@Tag(name = "Calendar")
@RolesAllowed(Roles.MEMBER)
class CalendarFeedResource {

    private final Feeds feeds;
    private final Settings settings;
    private final CurrentActor caller;
    private final Clock clock;

    CalendarFeedResource(Feeds feeds, Settings settings, CurrentActor caller, Clock clock) {
        this.feeds = feeds;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "readMyCalendarFeed", summary = "Show whether my sessions can be subscribed to")
    @APIResponse(responseCode = "200", description = "Since when, without the address")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<FeedView> read() {
        return feeds.since(caller.actor()).map(since -> new FeedView(since, null));
    }

    @PUT
    @Operation(operationId = "openMyCalendarFeed", summary = "Make a secret address for my sessions; a former one ends")
    @APIResponse(responseCode = "200", description = "The address, shown this once")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<FeedView> open() {
        return feeds.open(caller.actor())
                .map(secret -> new FeedView(
                        clock.instant(), settings.publicUrl() + "/api/mentoring/calendars/" + secret + ".ics"));
    }

    @DELETE
    @Operation(operationId = "closeMyCalendarFeed", summary = "End the secret address for my sessions")
    @APIResponse(responseCode = "204", description = "There is none")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<RestResponse<Void>> close() {
        return feeds.close(caller.actor()).replaceWith(RestResponse.noContent());
    }
}
