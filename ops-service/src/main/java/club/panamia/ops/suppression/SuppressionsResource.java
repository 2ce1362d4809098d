package club.panamia.ops.suppression;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.ops.audit.AdminTrail;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Addresses that refuse mail, for administrators. */
@Path("/api/ops/mail/suppressions")
@Tag(name = "Mail")
@RolesAllowed("admin")
class SuppressionsResource {

    private final Suppressions suppressions;
    private final AdminTrail trail;
    private final CurrentActor caller;

    SuppressionsResource(Suppressions suppressions, AdminTrail trail, CurrentActor caller) {
        this.suppressions = suppressions;
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listSuppressions",
            summary = "List the addresses that mail bounced from or complaints came from")
    @APIResponse(responseCode = "200", description = "A page of addresses, newest first")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<SuppressionView>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh()
                .chain(admin -> suppressions
                        .newestFirst(query)
                        .call(page -> trail.read(admin, page.items(), SuppressionView::address)));
    }

    /** A new bounce or complaint suppresses it again. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "liftSuppression", summary = "Let mail go to this address again")
    @APIResponse(responseCode = "204", description = "It will")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: no address is known under this id")
    public Uni<Void> lift(@RestPath String id) {
        return caller.fresh().chain(admin -> suppressions.lift(id));
    }
}
