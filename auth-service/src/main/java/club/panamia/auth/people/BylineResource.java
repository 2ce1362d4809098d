package club.panamia.auth.people;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The byline of one person. */
@Path("/api/users/{id}/byline")
@Tag(name = "People")
class BylineResource {

    private final People people;

    BylineResource(People people) {
        this.people = people;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readByline", summary = "Show who is behind an id")
    @APIResponse(responseCode = "200", description = "The person; deleted when there is none, or none any more")
    @APIResponse(responseCode = "422", description = "invalid-input: not an id")
    public Uni<RestResponse<Byline>> read(
            @RestPath @Pattern(regexp = BylinesResource.ID, message = BylinesResource.NO_ID) String id) {
        return people.bylines(List.of(id)).map(found -> BylinesResource.forEverybody(found.getFirst()));
    }
}
