package club.panamia.auth.people;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking for somebody to invite. */
@Path("/api/users")
@Tag(name = "People")
class UsersResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 60;

    /** The first few, by screenname; whoever is not among them is found by a longer beginning. */
    record FoundPeople(List<FoundPerson> items) {}

    private final People people;
    private final CurrentActor caller;
    private final RateLimits limits;

    UsersResource(People people, CurrentActor caller, RateLimits limits) {
        this.people = people;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "searchUsers",
            summary = "Find people with an active profile by how their screenname begins")
    @APIResponse(responseCode = "200", description = "The first of them by screenname, never myself")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "422", description = "invalid-input: fewer than 2 characters, or a limit above 20")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 a minute")
    public Uni<FoundPeople> search(@BeanParam @Valid PeopleSearch search) {
        var actor = caller.actor();
        return limits.take("user-search", actor.userId(), PER_MINUTE, MINUTE)
                .chain(() -> people.found(actor, search))
                .map(FoundPeople::new);
    }
}
