package club.panamia.engagement.notification.mark;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Having seen many notifications at once. */
@Path("/api/notifications/mark-all-read")
@Tag(name = "Notifications")
class SeenResource {

    private final Marks marks;
    private final CurrentActor caller;

    SeenResource(Marks marks, CurrentActor caller) {
        this.marks = marks;
        this.caller = caller;
    }

    /** Marks as read what I have seen; with {@code before}, what came while I looked stays unread; without a body, all. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "readManyNotifications", summary = "Mark as read what I have seen")
    @APIResponse(responseCode = "200", description = "How many")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown context, a bad time, or too many ids")
    public Uni<Marked> seen(@Nullable @Valid Seen seen) {
        return marks.readAll(caller.actor(), seen == null ? Seen.ALL : seen).map(Marked::new);
    }
}
