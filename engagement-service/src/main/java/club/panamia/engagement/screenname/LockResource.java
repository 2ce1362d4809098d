package club.panamia.engagement.screenname;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A name that nobody may take. */
@Path("/api/screennames/{name}/lock")
@Tag(name = "Screennames")
class LockResource {

    private final ScreennameLocks locks;
    private final CurrentActor caller;

    LockResource(ScreennameLocks locks, CurrentActor caller) {
        this.locks = locks;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "lockScreenname",
            summary = "Keep a name that nobody has from everybody; again does nothing")
    @APIResponse(responseCode = "204", description = "Nobody can take it")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only; wrong-origin")
    @APIResponse(responseCode = "409", description = "screenname-in-use")
    @APIResponse(responseCode = "422", description = "invalid-input: the name or the reason")
    public Uni<Void> put(@RestPath @Size(min = 3, max = 24) String name, @NotNull @Valid ScreennameDecision decision) {
        return caller.fresh().chain(admin -> locks.lock(admin, name, decision.reason()));
    }
}
