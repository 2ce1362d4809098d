package club.panamia.engagement.notification.group;

import club.panamia.engagement.notice.NoticeText;
import club.panamia.engagement.notification.NotificationQuery;
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

/** What I am told, together where it belongs together. */
@Path("/api/notifications/groups")
@Tag(name = "Notifications")
class GroupsResource {

    private final Groups groups;
    private final CurrentActor caller;

    GroupsResource(Groups groups, CurrentActor caller) {
        this.groups = groups;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMyNotificationGroups", summary = "List what I am told by thing and day, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown state, context, type, cursor or limit")
    public Uni<Page<GroupView>> list(@BeanParam @Valid NotificationQuery query, @Context HttpHeaders headers) {
        return groups.of(caller.actor(), query, NoticeText.wishedBy(headers));
    }
}
