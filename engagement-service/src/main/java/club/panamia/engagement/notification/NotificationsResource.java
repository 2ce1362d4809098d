package club.panamia.engagement.notification;

import club.panamia.engagement.notice.NoticeText;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What I am told. */
@Path("/api/notifications")
@Tag(name = "Notifications")
class NotificationsResource {

    private final Inbox inbox;
    private final CurrentActor caller;

    NotificationsResource(Inbox inbox, CurrentActor caller) {
        this.inbox = inbox;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMyNotifications", summary = "List what I am told, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown state, context, type, cursor or limit")
    public Uni<Page<NotificationView>> list(@BeanParam @Valid NotificationQuery query, @Context HttpHeaders headers) {
        return inbox.of(caller.actor(), query, NoticeText.wishedBy(headers));
    }
}
