package club.panamia.mentoring.reading;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which of my sessions: {@code ?role=&status=}, of which the latter may be given several times. */
class SessionQuery extends PageQuery {

    @RestQuery
    @DefaultValue("all")
    @Pattern(regexp = "^(mentor|mentee|all)$")
    @Parameter(description = "What I am in them")
    String role = "all";

    @RestQuery
    @Nullable
    @Parameter(description = "Any of these; all without it")
    List<@Pattern(regexp = "^(pending|scheduled|in_progress|completed|cancelled|declined|all)$") String> status;

    /** None means all. */
    String[] statuses() {
        return status == null || status.contains("all") ? new String[0] : status.toArray(String[]::new);
    }
}
