package club.panamia.mentoring.calendar;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Somebody's calendar, for whoever holds its secret. */
@Path("/api/mentoring/calendars/{secret}.ics")
@Tag(name = "Calendar")
class CalendarResource {

    private final Calendars calendars;
    private final CalendarText text;
    private final Tokens tokens;
    private final Clock clock;

    CalendarResource(Calendars calendars, CalendarText text, Tokens tokens, Clock clock) {
        this.calendars = calendars;
        this.text = text;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Produces("text/calendar;charset=utf-8")
    @Operation(
            operationId = "readCalendar",
            summary = "The sessions of whoever gave me this secret address, as iCalendar")
    @APIResponse(responseCode = "200", description = "RFC 5545, to be asked again every quarter of an hour")
    @APIResponse(responseCode = "404", description = "not-found: the address has ended")
    public Uni<String> read(@RestPath String secret) {
        var hash = tokens.hash(secret);
        return calendars
                .isKnown(hash)
                .invoke(CalendarResource::requireKnown)
                .chain(() -> calendars.behind(hash, clock.instant()))
                .map(text::of);
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw NOT_FOUND.because("This calendar's address has ended, or never was.");
        }
    }
}
