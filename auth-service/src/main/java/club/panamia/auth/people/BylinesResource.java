package club.panamia.auth.people;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

/** The bylines of many people at once. */
@Path("/api/users/bylines")
@Tag(name = "People")
class BylinesResource {

    /** An adapter may bring ids of its own, such as UUIDs. */
    static final String ID = "[A-Za-z0-9_-]{1,64}";

    static final String NO_ID = "must be the id of a person";

    private static final int MOST = 100;

    /** One for each id, in their order. */
    record Bylines(List<Byline> items) {}

    private final People people;

    BylinesResource(People people) {
        this.people = people;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listBylines", summary = "Show who is behind up to 100 ids")
    @APIResponse(responseCode = "200", description = "One byline for each id, in their order")
    @APIResponse(responseCode = "422", description = "invalid-input: none, more than 100, or one that is no id")
    public Uni<RestResponse<Bylines>> list(
            @RestQuery @Separator(",") @NotEmpty @Size(max = MOST)
                    List<@Pattern(regexp = ID, message = NO_ID) String> ids) {
        return people.bylines(ids.stream().distinct().toList()).map(found -> forEverybody(new Bylines(found)));
    }

    /** The same for whoever asks, and soon enough right when somebody has changed their name. */
    static <T> RestResponse<T> forEverybody(T answer) {
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
