package club.panamia.mentoring.slot;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** When a mentor can be booked. */
@Path("/api/mentoring/mentors/{screenname}/slots")
@Tag(name = "Mentors")
class SlotsResource {

    private final Timetables timetables;
    private final CurrentActor caller;
    private final Clock clock;

    SlotsResource(Timetables timetables, CurrentActor caller, Clock clock) {
        this.timetables = timetables;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMentorSlots", summary = "List the times at which I can book a mentor")
    @APIResponse(
            responseCode = "200",
            description = "All of them; none where the mentor does not offer this length",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SlotsView.class)))
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-mentor")
    @APIResponse(responseCode = "422", description = "invalid-input: dates, more than 31 days, duration, time zone")
    public Uni<RestResponse<SlotsView>> list(
            @RestPath String screenname, @BeanParam @Valid SlotQuery query, @Context Request request) {
        var now = clock.instant();
        var range = query.range(now);
        return timetables
                .of(screenname, caller.actor(), range, now)
                .map(timetable -> SlotsView.of(timetable, query, range, now))
                .map(slots -> answer(slots, request));
    }

    private static RestResponse<SlotsView> answer(SlotsView slots, Request request) {
        var tag = slots.tag();
        var answer = request.evaluatePreconditions(tag) == null
                ? ResponseBuilder.ok(slots)
                : ResponseBuilder.<SlotsView>create(Status.NOT_MODIFIED);
        return answer.tag(tag).build();
    }
}
