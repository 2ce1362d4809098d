package club.panamia.engagement.points.correction;

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

/** Points that an administrator gives or takes. */
@Path("/api/interactions/adjustments/{key}")
@Tag(name = "Points")
class AdjustmentResource {

    private final Corrections corrections;
    private final CurrentActor caller;

    AdjustmentResource(Corrections corrections, CurrentActor caller) {
        this.corrections = corrections;
        this.caller = caller;
    }

    /** Once for each key, which the caller makes up; again does nothing. */
    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "adjustPoints", summary = "Give or take points, for a reason that their person sees")
    @APIResponse(responseCode = "200", description = "The entry")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only; wrong-origin")
    @APIResponse(responseCode = "404", description = "nobody-to-credit")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    public Uni<NewEntryView> adjust(@RestPath @Size(max = 64) String key, @NotNull @Valid Adjustment adjustment) {
        return caller.fresh()
                .chain(admin -> corrections.adjust(admin, key, adjustment))
                .map(NewEntryView::new);
    }
}
