package club.panamia.auth.admin;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whether somebody is an administrator. */
@Path("/api/auth/admin/users/{id}/admin")
@Tag(name = "Administration")
@RolesAllowed("admin")
class AdminResource {

    private final AppointAdmin appointAdmin;
    private final Refusals refusals;
    private final CurrentActor caller;

    AdminResource(AppointAdmin appointAdmin, Refusals refusals, CurrentActor caller) {
        this.appointAdmin = appointAdmin;
        this.refusals = refusals;
        this.caller = caller;
    }

    @PUT
    @Operation(operationId = "grantAdmin", summary = "Make somebody an administrator")
    @APIResponse(responseCode = "204", description = "They are one")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: nobody has this id, or they have left")
    public Uni<Void> grant(@RestPath String id) {
        return caller.fresh().chain(admin -> refusals.of(admin, id, appointAdmin.appoint(admin, id)));
    }

    @DELETE
    @Operation(operationId = "revokeAdmin", summary = "Take somebody's administrator rights and end their sessions")
    @APIResponse(responseCode = "204", description = "They are a member like others")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: nobody has this id, or they have left")
    @APIResponse(
            responseCode = "409",
            description = "listed-admin: ADMIN_EMAILS names them; last-admin: nobody would be left")
    public Uni<Void> revoke(@RestPath String id) {
        return caller.fresh().chain(admin -> refusals.of(admin, id, appointAdmin.dismiss(admin, id)));
    }
}
