package club.panamia.social.trend;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What many say and hand on of late. */
@Path("/api/social/trends")
@Tag(name = "Trends")
@PermitAll
class TrendsResource {

    private final Trends trends;
    private final CurrentActor caller;

    TrendsResource(Trends trends, CurrentActor caller) {
        this.trends = trends;
        this.caller = caller;
    }

    @GET
    @Path("/tags")
    @Operation(
            operationId = "listTrendingTags",
            summary =
                    "List hashtags that at least three people have used in public in the last three days, most people first")
    @APIResponse(responseCode = "200", description = "At most 20, reckoned every few minutes")
    public Uni<List<TrendingTag>> tags() {
        return trends.tags();
    }

    @GET
    @Path("/statuses")
    @Operation(
            operationId = "listTrendingStatuses",
            summary =
                    "List public posts of the last three days that at least three people have liked or handed on, most"
                            + " people first; without answers and what has a warning")
    @APIResponse(responseCode = "200", description = "At most 20, reckoned every few minutes")
    public Uni<List<StatusView>> statuses() {
        return caller.find().chain(reader -> trends.statuses(reader.orElse(null)));
    }
}
