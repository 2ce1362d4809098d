package club.panamia.auth.affiliate;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's place in the affiliate programme. */
@Path("/api/users/me/affiliate")
@Tag(name = "Affiliate programme")
@RolesAllowed("member")
class AffiliateResource {

    private final Affiliates affiliates;
    private final JoinProgramme joinProgramme;
    private final CurrentActor caller;

    AffiliateResource(Affiliates affiliates, JoinProgramme joinProgramme, CurrentActor caller) {
        this.affiliates = affiliates;
        this.joinProgramme = joinProgramme;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "readAffiliate", summary = "Show my place in the affiliate programme")
    @APIResponse(responseCode = "200", description = "With a code once the terms are accepted")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    public Uni<AffiliateView> read() {
        return affiliates.of(caller.actor());
    }

    @PUT
    @Path("/terms")
    @Operation(operationId = "acceptAffiliateTerms", summary = "Accept the terms of the affiliate programme")
    @APIResponse(responseCode = "200", description = "My place, with my code; the same whenever it is asked for again")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "wrong-origin: by cookie from elsewhere")
    public Uni<AffiliateView> accept() {
        var actor = caller.actor();
        return joinProgramme.by(actor).chain(() -> affiliates.of(actor));
    }
}
