package club.panamia.profile.claim;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** To whom a profile belongs, where a claim cannot tell. */
@Path("/api/profiles/{id}/owner")
@Tag(name = "Administration")
@RolesAllowed(Roles.ADMIN)
class OwnerResource {

    private final AssignOwner assignOwner;
    private final CurrentActor caller;

    OwnerResource(AssignOwner assignOwner, CurrentActor caller) {
        this.assignOwner = assignOwner;
        this.caller = caller;
    }

    @PUT
    @Operation(
            operationId = "assignProfile",
            summary = "Give an unclaimed profile to a person; both addresses are told")
    @APIResponse(responseCode = "200", description = "It belongs to them")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile")
    @APIResponse(
            responseCode = "409",
            description = "profile-already-claimed: release it first; profile-exists: the person has one")
    @APIResponse(responseCode = "422", description = "invalid-input: there is no such person, or they are locked")
    public Uni<ClaimView> assign(@RestPath String id, @Valid @NotNull OwnerChoice choice) {
        return caller.fresh()
                .chain(admin -> assignOwner.assign(admin, id, choice.userId()))
                .map(ClaimView::of);
    }

    @DELETE
    @Operation(
            operationId = "releaseProfile",
            summary = "Take a profile from its person, with all badges and roles; both addresses are told")
    @APIResponse(responseCode = "200", description = "It belongs to nobody")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-profile")
    public Uni<ClaimView> release(@RestPath String id) {
        return caller.fresh().chain(admin -> assignOwner.release(admin, id)).map(ClaimView::of);
    }
}
