package club.panamia.engagement.notification.mark;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Wanting to read one notification again. */
@Path("/api/notifications/{id}/unread")
@Tag(name = "Notifications")
class UnreadResource {

    private final Marks marks;
    private final CurrentActor caller;

    UnreadResource(Marks marks, CurrentActor caller) {
        this.marks = marks;
        this.caller = caller;
    }

    /** Mark a notification as unread; again does nothing. */
    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "unreadNotification", summary = "Mark a notification as unread; again does nothing")
    @APIResponse(responseCode = "204", description = "It is unread")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-notification: also for somebody else's")
    public Uni<Void> unread(@RestPath String id) {
        return marks.one(Mark.UNREAD, caller.actor(), id);
    }
}
