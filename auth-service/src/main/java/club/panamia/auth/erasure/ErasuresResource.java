package club.panamia.auth.erasure;

import club.panamia.kernel.identity.CurrentActor;
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

/** Those who have left, for administrators: ids only, for nothing else is known of them. */
@Path("/api/auth/admin/erasures")
@Tag(name = "Administration")
@RolesAllowed("admin")
class ErasuresResource {

    private final Tombstones tombstones;
    private final CurrentActor caller;

    ErasuresResource(Tombstones tombstones, CurrentActor caller) {
        this.tombstones = tombstones;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listErasures",
            summary = "List deleted accounts, newest first, and what still holds their rows")
    @APIResponse(responseCode = "200", description = "A page of erasures")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<ErasureView>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(admin -> tombstones.newestFirst(query));
    }
}
