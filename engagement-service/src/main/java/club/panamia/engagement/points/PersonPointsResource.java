package club.panamia.engagement.points;

import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
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

/** Somebody's points, for administrators: the ids of entries are what can be taken back. */
@Path("/api/interactions/people/{screenname}")
@Tag(name = "Points")
@RolesAllowed(Roles.ADMIN)
class PersonPointsResource {

    private final Ledger ledger;

    PersonPointsResource(Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(operationId = "listPointsOfPerson", summary = "List what gave a person points, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "404", description = "nobody-to-credit")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<EntryView>> history(@RestPath String screenname, @BeanParam @Valid PageQuery query) {
        return ledger.person(screenname).chain(person -> ledger.history(person, query));
    }

    @GET
    @Path("balance")
    @Operation(operationId = "readPointsBalanceOfPerson", summary = "Say how many points a person has")
    @APIResponse(responseCode = "200", description = "By what they did, and by what those did whom they brought here")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "404", description = "nobody-to-credit")
    public Uni<BalanceView> balance(@RestPath String screenname) {
        return ledger.person(screenname).chain(ledger::balance);
    }
}
