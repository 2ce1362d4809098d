package club.panamia.social.rule;

import static club.panamia.social.rule.RuleProblem.NO_SUCH_RULE;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whole servers that are silenced, suspended or let alone. */
@Path("/api/social/server-rules")
@Tag(name = "Moderation")
@RolesAllowed(Roles.ADMIN)
class ServerRulesResource {

    private final RulesInForce rules;
    private final DecideOnServer decide;
    private final CurrentActor caller;
    private final Home home;

    ServerRulesResource(RulesInForce rules, DecideOnServer decide, CurrentActor caller, Home home) {
        this.rules = rules;
        this.decide = decide;
        this.caller = caller;
        this.home = home;
    }

    @GET
    @Operation(operationId = "listServerRules", summary = "List what is decided on whole servers, by their names")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<ServerRuleView>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(admin -> rules.page(query));
    }

    /** The nearest rule counts: of the server itself, of a domain above it, or of *. */
    @PUT
    @Path("/{domain}")
    @Operation(operationId = "decideOnServer", summary = "Silence or suspend a server, or let it alone")
    @APIResponse(responseCode = "204", description = "It is so, and stands in the trail")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: no domain, or our own; a severity is needed")
    public Uni<Void> decide(@RestPath String domain, @Valid @NotNull ServerRuleDraft rule) {
        var name = Domain.of(domain, home.host());
        return caller.fresh()
                .chain(admin -> decide.on(admin, name, rule))
                .invoke(decide::heard)
                .replaceWithVoid();
    }

    @DELETE
    @Path("/{domain}")
    @Operation(
            operationId = "freeServer",
            summary = "Treat a server like any other; follows that have ended stay ended")
    @APIResponse(responseCode = "204", description = "It is so, and stands in the trail")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-server-rule")
    @APIResponse(responseCode = "422", description = "invalid-input: no domain")
    public Uni<Void> free(@RestPath String domain) {
        var name = Domain.of(domain, home.host());
        return caller.fresh().chain(admin -> end(admin, name)).invoke(decide::heard);
    }

    private Uni<Void> end(Actor admin, String domain) {
        return decide.no(admin, domain)
                .invoke(ended -> {
                    if (!ended) {
                        throw NO_SUCH_RULE.because("Nothing is decided on this server.");
                    }
                })
                .replaceWithVoid();
    }
}
