package club.panamia.engagement.notification.mark;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One notification in the archive. */
@Path("/api/notifications/{id}/archive")
@Tag(name = "Notifications")
class ArchiveResource {

    private final Marks marks;
    private final CurrentActor caller;

    ArchiveResource(Marks marks, CurrentActor caller) {
        this.marks = marks;
        this.caller = caller;
    }

    /** Put a notification away; again does nothing. */
    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "archiveNotification", summary = "Put a notification away; again does nothing")
    @APIResponse(responseCode = "204", description = "It is in the archive")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-notification: also for somebody else's")
    public Uni<Void> archive(@RestPath String id) {
        return marks.one(Mark.ARCHIVE, caller.actor(), id);
    }

    /** Take a notification out of the archive; again does nothing. */
    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "restoreNotification",
            summary = "Take a notification out of the archive; again does nothing")
    @APIResponse(responseCode = "204", description = "It is in the inbox")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-notification: also for somebody else's")
    public Uni<Void> restore(@RestPath String id) {
        return marks.one(Mark.RESTORE, caller.actor(), id);
    }
}
