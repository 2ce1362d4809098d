package club.panamia.engagement.notification;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Having read one notification. */
@Path("/api/notifications/{id}/read")
@Tag(name = "Notifications")
class ReadResource {

    private final Notifications notifications;
    private final CurrentActor caller;
    private final Clock clock;

    ReadResource(Notifications notifications, CurrentActor caller, Clock clock) {
        this.notifications = notifications;
        this.caller = caller;
        this.clock = clock;
    }

    /** Marks it as read; again does nothing. */
    @POST
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "readNotification", summary = "Mark a notification as read; again does nothing")
    @APIResponse(responseCode = "204", description = "It is read")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-notification: also for somebody else's")
    public Uni<Void> read(@RestPath String id) {
        return notifications
                .ofForChange(caller.actor(), id)
                .invoke(notification -> notification.read(clock.instant()))
                .replaceWithVoid();
    }
}
