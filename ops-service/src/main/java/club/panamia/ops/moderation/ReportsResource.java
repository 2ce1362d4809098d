package club.panamia.ops.moderation;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.ops.audit.AdminTrail;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Reports of all services, for moderators. */
@Path("/api/ops/reports")
@Tag(name = "Moderation")
@RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
class ReportsResource {

    private final Reports reports;
    private final AdminTrail trail;
    private final CurrentActor caller;

    ReportsResource(Reports reports, AdminTrail trail, CurrentActor caller) {
        this.reports = reports;
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listAllReports",
            summary = "List what people have reported, the one that has waited longest first")
    @APIResponse(responseCode = "200", description = "A page of reports; their reporters see that they were read")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: moderators of content and administrators only")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: the state, the source, the reason, the cursor or the limit")
    public Uni<Page<ReportView>> list(@BeanParam @Valid ReportsQuery query) {
        return caller.fresh()
                .chain(moderator -> reports.page(query)
                        .call(page -> trail.readOf(moderator, page.items(), ReportView::reporterId)));
    }

    /** What does harm is removed where it is; this ends the report. */
    @PUT
    @Path("/{source}/{id}/settlement")
    @Operation(operationId = "settleAnyReport", summary = "Say what becomes of a report; who said so is kept")
    @APIResponse(responseCode = "204", description = "It waits no longer")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: moderators of content and administrators only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-report")
    @APIResponse(responseCode = "409", description = "report-already-settled")
    @APIResponse(responseCode = "422", description = "invalid-input: an outcome is needed")
    public Uni<RestResponse<Void>> settle(
            @RestPath Source source, @RestPath String id, @Valid @NotNull Settlement settlement) {
        return caller.fresh()
                .chain(moderator -> reports.settle(source, id, settlement, moderator))
                .replaceWith(RestResponse.noContent());
    }
}
