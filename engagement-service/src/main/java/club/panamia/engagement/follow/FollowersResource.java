package club.panamia.engagement.follow;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whom somebody follows and who follows them, as far as they show it. */
@Path("/api/follows/{screenname}/people")
@Tag(name = "Follows")
class FollowersResource {

    private final Follows follows;
    private final CurrentActor caller;

    FollowersResource(Follows follows, CurrentActor caller) {
        this.follows = follows;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listFollowsOfPerson",
            summary = "List whom somebody follows, or who follows them, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "404", description = "no-such-person: also one who does not show it to me")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown type, cursor or limit")
    public Uni<Page<FollowView>> list(@RestPath String screenname, @BeanParam @Valid FollowQuery query) {
        return caller.find().chain(reader -> follows.shownBy(screenname, reader.orElse(null), query));
    }
}
