package club.panamia.ops.figures;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Figures, for administrators. */
@Path("/api/ops/figures")
@Tag(name = "Figures")
@RolesAllowed("admin")
class FiguresResource {

    private final Figures figures;
    private final CurrentActor caller;

    FiguresResource(Figures figures, CurrentActor caller) {
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getFigures",
            summary = "Count people, profiles, articles, posts, readers, messages, mails and what is stuck")
    @APIResponse(responseCode = "200", description = "What there is at this moment")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    public Uni<FiguresView> now() {
        return caller.fresh().chain(admin -> figures.now());
    }

    @GET
    @Path("/{growth}/days")
    @Operation(
            operationId = "getGrowth",
            summary =
                    "Count what was new each day, in UTC: users, profiles, articles, posts, signups, messages or mails")
    @APIResponse(responseCode = "200", description = "Every day, oldest first, also those on which nothing was new")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: nothing of that name grows, or too many days")
    public Uni<List<DayView>> byDay(
            @RestPath String growth, @RestQuery @DefaultValue("30") @Min(1) @Max(366) int days) {
        var asked = Growth.find(growth)
                .orElseThrow(() -> INVALID.because("Nothing of that name is counted.")
                        .at("growth", "must be users, profiles, articles, posts, signups, messages or mails"));
        return caller.fresh().chain(admin -> figures.byDay(asked, days));
    }
}
