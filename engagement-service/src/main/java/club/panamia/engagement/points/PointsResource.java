package club.panamia.engagement.points;

import club.panamia.kernel.identity.CurrentActor;
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

/** My points. */
@Path("/api/interactions")
@Tag(name = "Points")
@RolesAllowed(Roles.MEMBER)
class PointsResource {

    private final Ledger ledger;
    private final CurrentActor caller;

    PointsResource(Ledger ledger, CurrentActor caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listMyPoints", summary = "List what gave me points, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<EntryView>> history(@BeanParam @Valid PageQuery query) {
        return ledger.history(caller.actor().userId(), query);
    }

    @GET
    @Path("balance")
    @Operation(operationId = "readMyPointsBalance", summary = "Say how many points I have")
    @APIResponse(responseCode = "200", description = "By what I did, and by what those did whom I brought here")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<BalanceView> balance() {
        return ledger.balance(caller.actor().userId());
    }

    @GET
    @Path("referrals")
    @Operation(operationId = "listMyReferrals", summary = "List what my code brought, by day and deed; never whom")
    @APIResponse(responseCode = "200", description = "One page, the latest day first")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<ReferralView>> referrals(@BeanParam @Valid PageQuery query) {
        return ledger.referrals(caller.actor().userId(), query);
    }
}
