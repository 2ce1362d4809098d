package club.panamia.engagement.screenname;

import club.panamia.engagement.person.PersonView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who had a name on a day. */
@Path("/api/screennames/{name}/holder")
@Tag(name = "Screennames")
class HolderResource {

    private final Screennames screennames;

    HolderResource(Screennames screennames) {
        this.screennames = screennames;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readScreennameHolder",
            summary = "Say who had a name at the end of a day, as they are called today")
    @APIResponse(responseCode = "200", description = "The person")
    @APIResponse(responseCode = "404", description = "no-such-screenname: nobody had it then")
    @APIResponse(responseCode = "410", description = "screenname-gone: whoever had it is gone")
    @APIResponse(responseCode = "422", description = "invalid-input: the day")
    public Uni<PersonView> read(
            @RestPath String name,
            @RestQuery
                    @NotNull
                    @Pattern(regexp = "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
                    @Parameter(description = "A day of UTC, such as 2026-03-01")
                    String on) {
        return screennames.holder(name, on);
    }
}
