package club.panamia.engagement.delivery;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why I was told something by mail, or was not told it at all. */
@Path("/api/notifications/deliveries")
@Tag(name = "Preferences")
class DeliveriesResource {

    private final Deliveries deliveries;
    private final CurrentActor caller;

    DeliveriesResource(Deliveries deliveries, CurrentActor caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "listMyNotificationDeliveries",
            summary = "List what was mailed to me, and what was withheld and why, newest first")
    @APIResponse(responseCode = "200", description = "One page; the last ninety days")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<DeliveryView>> list(@BeanParam @Valid DeliveryQuery query) {
        return deliveries.of(caller.actor(), query);
    }
}
