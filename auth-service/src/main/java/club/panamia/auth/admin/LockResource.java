package club.panamia.auth.admin;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whether somebody is locked out. */
@Path("/api/auth/admin/users/{id}/lock")
@Tag(name = "Administration")
@RolesAllowed("admin")
class LockResource {

    /** Why, for the trail and for other administrators. */
    record Lock(@NotBlank @Size(max = 1000) String reason) {}

    private final LockMember lockMember;
    private final Refusals refusals;
    private final CurrentActor caller;

    LockResource(LockMember lockMember, Refusals refusals, CurrentActor caller) {
        this.lockMember = lockMember;
        this.refusals = refusals;
        this.caller = caller;
    }

    @PUT
    @Operation(operationId = "lockUser", summary = "Lock somebody out and end their sessions")
    @APIResponse(responseCode = "204", description = "They are out, from the next request on")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: nobody has this id, or they have left")
    @APIResponse(
            responseCode = "409",
            description = "own-account: another one must do it; last-admin: nobody would be left")
    @APIResponse(responseCode = "422", description = "invalid-input: a reason of 1 to 1000 characters")
    public Uni<Void> lock(@RestPath String id, @Valid @NotNull Lock lock) {
        return caller.fresh()
                .chain(admin -> refusals.of(
                        admin, id, lockMember.lock(admin, id, lock.reason().strip())));
    }

    @DELETE
    @Operation(operationId = "unlockUser", summary = "Let somebody in again")
    @APIResponse(responseCode = "204", description = "They may sign in")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: nobody has this id, or they have left")
    public Uni<Void> unlock(@RestPath String id) {
        return caller.fresh().chain(admin -> refusals.of(admin, id, lockMember.unlock(admin, id)));
    }
}
