package club.panamia.mentoring.calendar;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One session for the calendar of one of its two people. */
@Path("/api/mentoring/sessions/{sessionId}/calendar.ics")
@Tag(name = "Calendar")
class SessionCalendarResource {

    private final Calendars calendars;
    private final CalendarText text;
    private final CurrentActor caller;

    SessionCalendarResource(Calendars calendars, CalendarText text, CurrentActor caller) {
        this.calendars = calendars;
        this.text = text;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Produces("text/calendar;charset=utf-8")
    @Operation(operationId = "readSessionCalendar", summary = "A session of mine as iCalendar")
    @APIResponse(responseCode = "200", description = "RFC 5545; the same UID with a greater SEQUENCE after a change")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-session")
    public Uni<String> read(@RestPath String sessionId) {
        return calendars.one(caller.actor(), sessionId).map(text::of);
    }
}
