package club.panamia.profile.grant;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.profile.profile.ScopedRole;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A right beyond a member's, effective with the next request. */
@Path("/api/profiles/{id}/roles/{role}")
@Tag(name = "Administration")
@RolesAllowed(Roles.ADMIN)
class RoleResource {

    private final ChangeGrants changeGrants;
    private final CurrentActor caller;

    RoleResource(ChangeGrants changeGrants, CurrentActor caller) {
        this.changeGrants = changeGrants;
        this.caller = caller;
    }

    @PUT
    @Operation(operationId = "grantRole", summary = "Give a person a role")
    @APIResponse(responseCode = "200", description = "What they hold now; the same where they held it before")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile; no-such-role")
    @APIResponse(responseCode = "409", description = "profile-not-claimed: it belongs to nobody")
    public Uni<GrantsView> grant(@RestPath String id, @RestPath String role) {
        return change(id, ScopedRole.named(role), true);
    }

    @DELETE
    @Operation(operationId = "revokeRole", summary = "Take a role from a person")
    @APIResponse(responseCode = "200", description = "What they hold now; the same where they did not hold it before")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile; no-such-role")
    @APIResponse(responseCode = "409", description = "profile-not-claimed: it belongs to nobody")
    public Uni<GrantsView> revoke(@RestPath String id, @RestPath String role) {
        return change(id, ScopedRole.named(role), false);
    }

    private Uni<GrantsView> change(String id, ScopedRole role, boolean held) {
        return caller.fresh()
                .chain(admin -> changeGrants.role(admin, id, role, held))
                .map(GrantsView::of);
    }
}
