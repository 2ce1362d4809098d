package club.panamia.mentoring.busycalendar;

import club.panamia.kernel.guarded.GuardedHttpSettings;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The calendar that the caller keeps elsewhere. */
@Path("/api/mentoring/busy-calendar")
@Tag(name = "Calendar")
@RolesAllowed(Roles.MEMBER)
class BusyCalendarResource {

    private static final int AN_HOUR = 10;

    private final BusyCalendars calendars;
    private final RateLimits limits;
    private final GuardedHttpSettings allowed;
    private final CurrentActor caller;
    private final Clock clock;

    BusyCalendarResource(
            BusyCalendars calendars, RateLimits limits, GuardedHttpSettings allowed, CurrentActor caller, Clock clock) {
        this.calendars = calendars;
        this.limits = limits;
        this.allowed = allowed;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "readMyBusyCalendar", summary = "Show what is known of the calendar that I keep elsewhere")
    @APIResponse(responseCode = "200", description = "When it was read, and whether that worked, without its address")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<BusyCalendarView> read() {
        return calendars.of(caller.actor());
    }

    @PUT
    @Operation(
            operationId = "giveMyBusyCalendar",
            summary = "Let nobody book me while the calendar at this address says that I am busy")
    @APIResponse(responseCode = "200", description = "It is read within a minute, and every half an hour from then on")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: not the address of a calendar")
    @APIResponse(responseCode = "429", description = "too-many-requests: ten an hour")
    public Uni<BusyCalendarView> give(@Valid @NotNull CalendarAddress address) {
        var owner = caller.actor();
        var uri = address.uri(allowed.allowHttp());
        return limits.take("busy-calendar", owner.userId(), AN_HOUR, Duration.ofHours(1))
                .chain(() -> calendars.give(owner, uri, clock.instant()))
                .chain(() -> calendars.of(owner));
    }

    @DELETE
    @Operation(operationId = "removeMyBusyCalendar", summary = "Forget the calendar that I keep elsewhere")
    @APIResponse(responseCode = "204", description = "There is none, and nothing of it is known any more")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<RestResponse<Void>> remove() {
        return calendars.remove(caller.actor()).replaceWith(RestResponse.noContent());
    }
}
