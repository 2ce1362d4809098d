package club.panamia.ops.moderation;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.ops.audit.AdminTrail;
import club.panamia.ops.csv.Table;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Reports of all services for a spreadsheet. */
@Path("/api/ops/reports.csv")
@Tag(name = "Moderation")
@RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
class ReportsCsvResource {

    private static final int BATCH = 200;

    private final Reports reports;
    private final AdminTrail trail;
    private final CurrentActor caller;

    ReportsCsvResource(Reports reports, AdminTrail trail, CurrentActor caller) {
        this.reports = reports;
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Produces("text/csv; charset=utf-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"reports.csv\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "exportReports", summary = "Export what people have reported as CSV, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "All reports that the query finds; nothing in it runs as a formula")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: moderators of content and administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the state, the source or the reason")
    public Multi<String> export(@BeanParam @Valid ReportsQuery query) {
        return caller.fresh().onItem().transformToMulti(moderator -> csv(moderator, query));
    }

    private Multi<String> csv(Actor moderator, ReportsQuery query) {
        return Table.<ReportView>of(
                Table.cells("Reported", "What", "Title", "Author", "Reporter", "Reason", "Note", "Outcome", "Settled"),
                last -> batch(moderator, query, last),
                view -> Table.cells(
                        view.at(),
                        view.source(),
                        view.title(),
                        view.author(),
                        view.reporter(),
                        view.reason(),
                        view.note(),
                        view.outcome(),
                        view.settledAt()));
    }

    private Uni<List<ReportView>> batch(Actor moderator, ReportsQuery query, @Nullable ReportView last) {
        return reports.after(last == null ? "" : last.id(), query, BATCH)
                .call(rows -> trail.readOf(moderator, rows, ReportView::reporterId));
    }
}
