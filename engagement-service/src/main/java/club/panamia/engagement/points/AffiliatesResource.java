package club.panamia.engagement.points;

import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All affiliates whose code brought something, for administrators. */
@Path("/api/interactions/affiliates")
@Tag(name = "Points")
class AffiliatesResource {

    private final Ledger ledger;

    AffiliatesResource(Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "listAffiliates", summary = "List what each affiliate's code brought, by code; never whom")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<AffiliateView>> list(@BeanParam @Valid PageQuery query) {
        return ledger.affiliates(query);
    }
}
