package club.panamia.ops.doctor;

import club.panamia.kernel.identity.CurrentActor;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looks at everything when asked; for administrators, and for {@code bin/doctor}, which wants lines. */
@Path("/api/ops/doctor")
@Tag(name = "Doctor")
@RolesAllowed("admin")
class DoctorResource {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Examination> examinations;
    private final CurrentActor caller;

    DoctorResource(@All List<Examination> examinations, CurrentActor caller) {
        this.examinations = examinations;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "seeDoctor",
            summary = "Look at the database, the queues and who must be reached, with a remedy for what is not well")
    @APIResponse(responseCode = "200", description = "What was seen, well or not")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    public Uni<List<Finding>> look() {
        return caller.fresh().chain(admin -> all());
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Uni<String> lines() {
        return caller.fresh()
                .chain(admin -> all())
                .map(findings -> findings.stream().map(Finding::line).collect(Collectors.joining("\n", "", "\n")));
    }

    private Uni<List<Finding>> all() {
        return Multi.createFrom()
                .iterable(examinations)
                .onItem()
                .transformToUniAndConcatenate(DoctorResource::findings)
                .onItem()
                .<Finding>disjoint()
                .collect()
                .asList();
    }

    /** What cannot be looked at is ill itself. */
    private static Uni<List<Finding>> findings(Examination examination) {
        return examination
                .look()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> List.of(Finding.ill(
                        examination.name(),
                        "cannot be looked at",
                        "Read this service's log, and its /q/health/ready.")));
    }
}
