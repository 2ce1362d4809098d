package club.panamia.engagement.notification.mark;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One notification. */
@Path("/api/notifications/{id}")
@Tag(name = "Notifications")
class NotificationResource {

    private final Marks marks;
    private final CurrentActor caller;

    NotificationResource(Marks marks, CurrentActor caller) {
        this.marks = marks;
        this.caller = caller;
    }

    /** Delete a notification for good. */
    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "deleteNotification", summary = "Delete a notification for good")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-notification: also for somebody else's")
    public Uni<Void> delete(@RestPath String id) {
        return marks.one(Mark.DELETE, caller.actor(), id);
    }
}
