package club.panamia.ops.quota;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What providers still allow, for administrators. */
@Path("/api/ops/quotas")
@Tag(name = "Quotas")
@RolesAllowed("admin")
class QuotasResource {

    private final Quotas quotas;
    private final CurrentActor caller;

    QuotasResource(Quotas quotas, CurrentActor caller) {
        this.quotas = quotas;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listQuotas", summary = "List how many calls providers still allow, as they last told")
    @APIResponse(responseCode = "200", description = "All that is known; nothing of a provider that was never called")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    public Uni<List<QuotaView>> list() {
        return caller.fresh().chain(admin -> quotas.all());
    }
}
