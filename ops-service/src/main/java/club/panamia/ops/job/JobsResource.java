package club.panamia.ops.job;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The recurring work, for administrators. */
@Path("/api/ops/jobs")
@Tag(name = "Jobs")
@RolesAllowed("admin")
class JobsResource {

    private final Ledger ledger;
    private final CurrentActor caller;

    JobsResource(Ledger ledger, CurrentActor caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listJobs", summary = "List the recurring jobs: when they ran, and what came of it")
    @APIResponse(responseCode = "200", description = "All of them, by name")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    public Uni<List<JobView>> list() {
        return caller.fresh().chain(admin -> ledger.all());
    }

    @POST
    @Path("/{name}/run")
    @Operation(operationId = "runJob", summary = "Let a job run as soon as it can, not only when its time comes")
    @APIResponse(responseCode = "202", description = "It will, unless it is running")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: there is no such job")
    public Uni<RestResponse<Void>> run(@RestPath String name) {
        return caller.fresh().chain(admin -> ledger.hurry(name)).replaceWith(RestResponse.accepted());
    }
}
