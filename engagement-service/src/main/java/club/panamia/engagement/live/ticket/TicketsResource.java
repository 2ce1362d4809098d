package club.panamia.engagement.live.ticket;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Tickets for streams: a browser's EventSource sends no header, and no cookie to another site. */
@Path("/api/notifications/stream-tickets")
@Tag(name = "Notifications")
class TicketsResource {

    private final Tickets tickets;
    private final CurrentActor caller;

    TicketsResource(Tickets tickets, CurrentActor caller) {
        this.tickets = tickets;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "createStreamTicket", summary = "Get a ticket that opens my stream once, within a minute")
    @APIResponse(
            responseCode = "201",
            description = "The ticket",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Uni<RestResponse<TicketView>> create() {
        return tickets.issue(caller.actor())
                .map(ticket -> ResponseBuilder.create(RestResponse.Status.CREATED, ticket)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
