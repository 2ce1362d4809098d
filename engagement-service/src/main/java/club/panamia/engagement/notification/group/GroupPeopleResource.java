package club.panamia.engagement.notification.group;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Everybody in the group of one notification. */
@Path("/api/notifications/groups/{id}/people")
@Tag(name = "Notifications")
class GroupPeopleResource {

    private final Groups groups;
    private final CurrentActor caller;

    GroupPeopleResource(Groups groups, CurrentActor caller) {
        this.groups = groups;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "listPeopleOfNotificationGroup",
            summary = "List who did what a notification tells of, that day; each once, the latest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-notification: also for somebody else's")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<GroupMemberView>> list(@RestPath String id, @BeanParam @Valid PageQuery query) {
        return groups.people(caller.actor(), id, query);
    }
}
