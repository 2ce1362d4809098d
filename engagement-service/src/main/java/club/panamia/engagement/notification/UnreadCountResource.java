package club.panamia.engagement.notification;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The number on the bell. */
@Path("/api/notifications/unread-count")
@Tag(name = "Notifications")
class UnreadCountResource {

    private final Inbox inbox;
    private final CurrentActor caller;

    UnreadCountResource(Inbox inbox, CurrentActor caller) {
        this.inbox = inbox;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "countMyUnreadNotifications", summary = "Count what I have not read")
    @APIResponse(
            responseCode = "200",
            description = "The count, also by context",
            content = @Content(schema = @Schema(implementation = UnreadCount.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<String> count() {
        return inbox.unread(caller.actor());
    }
}
