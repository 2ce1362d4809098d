package club.panamia.ops.trail;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Cursor;
import club.panamia.ops.csv.Table;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The audit trail for a spreadsheet. */
@Path("/api/ops/trail.csv")
@Tag(name = "Audit trail")
@RolesAllowed("admin")
class TrailCsvResource {

    private static final int BATCH = 500;

    private final Trail trail;
    private final CurrentActor caller;

    TrailCsvResource(Trail trail, CurrentActor caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Produces("text/csv; charset=utf-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"trail.csv\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "exportTrail", summary = "Export the audit trail as CSV, newest first")
    @APIResponse(responseCode = "200", description = "All lines that the query finds; nothing in it runs as a formula")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the actor, the subject or the action")
    public Multi<String> export(@BeanParam @Valid TrailQuery query) {
        return caller.fresh()
                .call(admin -> trail.tellWhoIsLookedUp(admin, query))
                .onItem()
                .transformToMulti(admin -> csv(query));
    }

    private Multi<String> csv(TrailQuery query) {
        return Table.<TrailLineView>of(
                Table.cells("At", "Actor", "Subject", "Action", "Reason", "Written by"),
                last -> trail.rows(query, last == null ? Cursor.NEWEST : last.position(), BATCH),
                line -> Table.cells(
                        line.at(), line.actorId(), line.subjectId(), line.action(), line.reason(), line.writtenBy()));
    }
}
