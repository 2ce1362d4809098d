package club.panamia.profile.grant;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.profile.profile.Badge;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What administrators vouch for. */
@Path("/api/profiles/{id}/badges/{badge}")
@Tag(name = "Administration")
@RolesAllowed(Roles.ADMIN)
class BadgeResource {

    private final ChangeGrants changeGrants;
    private final CurrentActor caller;

    BadgeResource(ChangeGrants changeGrants, CurrentActor caller) {
        this.changeGrants = changeGrants;
        this.caller = caller;
    }

    @PUT
    @Operation(operationId = "grantBadge", summary = "Give a person a badge")
    @APIResponse(responseCode = "200", description = "What they hold now; the same where they held it before")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile; no-such-badge")
    @APIResponse(responseCode = "409", description = "profile-not-claimed: it belongs to nobody")
    public Uni<GrantsView> grant(@RestPath String id, @RestPath String badge) {
        return change(id, Badge.named(badge), true);
    }

    @DELETE
    @Operation(operationId = "revokeBadge", summary = "Take a badge from a person")
    @APIResponse(responseCode = "200", description = "What they hold now; the same where they did not hold it before")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile; no-such-badge")
    @APIResponse(responseCode = "409", description = "profile-not-claimed: it belongs to nobody")
    public Uni<GrantsView> revoke(@RestPath String id, @RestPath String badge) {
        return change(id, Badge.named(badge), false);
    }

    private Uni<GrantsView> change(String id, Badge badge, boolean held) {
        return caller.fresh()
                .chain(admin -> changeGrants.badge(admin, id, badge, held))
                .map(GrantsView::of);
    }
}
