package club.panamia.social.report;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What people have reported. */
@Path("/api/social/reports")
@Tag(name = "Moderation")
@RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
class ReportsResource {

    private final Reports reports;
    private final CurrentActor caller;

    ReportsResource(Reports reports, CurrentActor caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listSocialReports",
            summary = "List the reports that wait, the one that has waited longest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<ReportView>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(moderator -> reports.open(query));
    }

    /** Whoever does harm is limited or suspended by itself; this ends the report. */
    @PUT
    @Path("/{id}/settlement")
    @Operation(operationId = "settleSocialReport", summary = "Say what becomes of a report")
    @APIResponse(responseCode = "204", description = "It waits no longer")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-report")
    @APIResponse(responseCode = "409", description = "report-already-settled")
    @APIResponse(responseCode = "422", description = "invalid-input: an outcome is needed")
    public Uni<Void> settle(@RestPath String id, @Valid @NotNull Settlement settlement) {
        return caller.fresh().chain(moderator -> reports.settle(id, settlement.outcome(), moderator));
    }
}
