package club.panamia.ops.parked;

import club.panamia.kernel.event.ParkedEvent;
import club.panamia.kernel.event.ParkedEvents;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Events that wait for another attempt. */
@Path("/api/ops/events/parked")
@Tag(name = "Events")
@RolesAllowed("admin")
class ParkedEventsResource {

    private final ParkedEvents parked;
    private final CurrentActor caller;

    ParkedEventsResource(ParkedEvents parked, CurrentActor caller) {
        this.parked = parked;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listParkedEvents",
            summary = "List the events that a service could not handle, oldest first")
    @APIResponse(responseCode = "200", description = "A page of parked events")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<ParkedEvent>> list(@BeanParam @Valid ParkedQuery query) {
        var after = query.after(1).map(cursor -> cursor.text(0)).orElse("");
        return caller.fresh()
                .chain(admin -> parked.list(query.consumer(), after, query.rows()))
                .map(found -> Page.of(found, query, event -> Cursor.of(event.id())));
    }

    /** The service itself does it, within a second; whether it succeeds, the list tells. */
    @POST
    @Path("/{id}/replay")
    @Operation(operationId = "replayParkedEvent", summary = "Let the service try the event again now")
    @APIResponse(responseCode = "202", description = "It will")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: nothing is parked under this id")
    public Uni<RestResponse<Void>> replay(@RestPath String id) {
        return caller.fresh().chain(admin -> parked.retry(id)).replaceWith(RestResponse.accepted());
    }
}
