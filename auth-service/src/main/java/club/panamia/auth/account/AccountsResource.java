package club.panamia.auth.account;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One's own accounts at other providers. */
@Path("/api/users/me/accounts")
@Tag(name = "Account")
@RolesAllowed("member")
class AccountsResource {

    private final Accounts accounts;
    private final CurrentActor caller;

    AccountsResource(Accounts accounts, CurrentActor caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listLinkedAccounts", summary = "List my accounts at other providers, oldest first")
    @APIResponse(responseCode = "200", description = "A page of accounts")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<LinkedAccount>> list(@BeanParam @Valid PageQuery query) {
        return accounts.of(caller.actor(), query);
    }

    /** Linking begins in a browser: {@code POST /login/provider/{id}/link}. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "unlinkAccount", summary = "Unlink one of my accounts at other providers")
    @APIResponse(responseCode = "204", description = "Nobody signs in by it any more")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is, or the session has ended")
    @APIResponse(responseCode = "403", description = "wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: no such account is linked to yours")
    @APIResponse(responseCode = "409", description = "last-way-in: you could not sign in any more")
    public Uni<Void> unlink(@RestPath String id) {
        return caller.fresh().chain(person -> accounts.unlink(person.userId(), id));
    }
}
