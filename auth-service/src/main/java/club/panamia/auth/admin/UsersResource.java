package club.panamia.auth.admin;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The people, for administrators. Whoever is shown here can read of it among their own security events. */
@Path("/api/auth/admin/users")
@Tag(name = "Administration")
@RolesAllowed("admin")
class UsersResource {

    private final UserSearch people;
    private final CurrentActor caller;

    UsersResource(UserSearch people, CurrentActor caller) {
        this.people = people;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listUsers", summary = "Find people, newest first; each one shown is noted in the trail")
    @APIResponse(responseCode = "200", description = "A page of people")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the question, the cursor or the limit")
    public Uni<Page<UserView>> list(@BeanParam @Valid UserQuery query) {
        return caller.fresh().chain(admin -> people.list(admin, query));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readUser", summary = "Show one person; noted in the trail")
    @APIResponse(responseCode = "200", description = "The person")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "404", description = "not-found: nobody has this id")
    public Uni<UserView> read(@RestPath String id) {
        return caller.fresh().chain(admin -> people.one(admin, id));
    }
}
