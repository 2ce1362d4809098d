package club.panamia.engagement.points.deed;

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

/** The record of a donation, by an administrator. */
@Path("/api/interactions/donations/{key}")
@Tag(name = "Points")
class DonationResource {

    private final RecordDonation recordDonation;
    private final CurrentActor caller;

    DonationResource(RecordDonation recordDonation, CurrentActor caller) {
        this.recordDonation = recordDonation;
        this.caller = caller;
    }

    /** Once for each key, such as a receipt's number; again does nothing. */
    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "recordDonation", summary = "Record a donation, which gives its person points once")
    @APIResponse(responseCode = "204", description = "It is recorded")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only; wrong-origin")
    @APIResponse(responseCode = "404", description = "nobody-to-credit")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    public Uni<Void> put(@RestPath @Size(max = 64) String key, @NotNull @Valid Donation donation) {
        return caller.fresh().chain(admin -> recordDonation.of(donation, key));
    }
}
