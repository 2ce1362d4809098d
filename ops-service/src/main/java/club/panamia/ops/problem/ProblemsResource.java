package club.panamia.ops.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The catalogue of problem types (RFC 9457, section 4): JSON for programs, pages for people. */
@Path("/problems")
@Tag(name = "Problems")
@PermitAll
class ProblemsResource {

    private final Problems problems;

    ProblemsResource(Problems problems) {
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listProblems", summary = "List the kinds of problem")
    @APIResponse(responseCode = "200", description = "All of them, by status")
    public List<ProblemView> list() {
        return problems.all();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.problems(problems.all());
    }

    @GET
    @Path("/{slug}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readProblem", summary = "Show a kind of problem")
    @APIResponse(responseCode = "200", description = "What it means")
    @APIResponse(responseCode = "404", description = "not-found: no such kind is listed")
    public ProblemView read(@RestPath String slug) {
        return problems.named(slug);
    }

    @GET
    @Path("/{slug}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance readPage(@RestPath String slug) {
        return Templates.problem(problems.named(slug));
    }

    @CheckedTemplate(basePath = "problem")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problems(List<ProblemView> problems);

        static native TemplateInstance problem(ProblemView problem);
    }
}
