package club.panamia.mentoring.dashboard;

import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How mentoring goes. */
@Path("/api/mentoring/dashboard")
@Tag(name = "Moderation")
class DashboardResource {

    private final Dashboards dashboards;
    private final Clock clock;

    DashboardResource(Dashboards dashboards, Clock clock) {
        this.dashboards = dashboards;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MENTORING_MODERATOR})
    @Operation(operationId = "readMentoringDashboard", summary = "Show how mentoring goes, in figures")
    @APIResponse(responseCode = "200", description = "The figures of one moment")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators and mentoring moderators")
    @APIResponse(responseCode = "422", description = "invalid-input: dates, more than 366 days, time zone")
    public Uni<DashboardView> read(@BeanParam @Valid DashboardQuery query) {
        return dashboards.of(query.values(clock.instant()));
    }
}
