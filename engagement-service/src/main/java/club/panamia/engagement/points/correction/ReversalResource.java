package club.panamia.engagement.points.correction;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The taking back of an entry, by an administrator. */
@Path("/api/interactions/{id}/reversal")
@Tag(name = "Points")
class ReversalResource {

    private final Corrections corrections;
    private final CurrentActor caller;

    ReversalResource(Corrections corrections, CurrentActor caller) {
        this.corrections = corrections;
        this.caller = caller;
    }

    /** Takes an entry back, once. */
    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "reversePoints", summary = "Take an entry back by one of the opposite value")
    @APIResponse(responseCode = "200", description = "The entry that takes it back")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-points-entry: also for a reversal")
    @APIResponse(responseCode = "409", description = "points-already-reversed")
    @APIResponse(responseCode = "422", description = "invalid-input: the reason")
    public Uni<NewEntryView> reverse(@RestPath String id, @NotNull @Valid Reversal reversal) {
        return caller.fresh()
                .chain(admin -> corrections.reverse(admin, id, reversal.reason()))
                .map(NewEntryView::new);
    }
}
