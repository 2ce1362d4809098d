package club.panamia.social.aversion;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.home.Home;
import club.panamia.social.rule.Domain;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whole servers that I keep away: I see nothing of them, and nobody there follows, names or writes to me. */
@Path("/api/social/blocked-servers")
@Tag(name = "Blocks and mutes")
@RolesAllowed(Roles.MEMBER)
class BlockedServersResource {

    private static final int PER_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    private final BlockedServers servers;
    private final CurrentActor caller;
    private final RateLimits limits;
    private final Home home;

    BlockedServersResource(BlockedServers servers, CurrentActor caller, RateLimits limits, Home home) {
        this.servers = servers;
        this.caller = caller;
        this.limits = limits;
        this.home = home;
    }

    @GET
    @Operation(operationId = "listBlockedServers", summary = "List the servers that I keep away, by their names")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<BlockedServerView>> list(@BeanParam @Valid PageQuery query) {
        return servers.of(caller.actor(), query);
    }

    @PUT
    @Path("/{domain}")
    @Operation(
            operationId = "blockServer",
            summary = "See nothing of a whole server nor be spoken to from there, and end all follows both ways; again"
                    + " does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "409", description = "too-many-blocked-servers: 1000")
    @APIResponse(responseCode = "422", description = "invalid-input: no domain, or our own")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 an hour")
    public Uni<Void> block(@RestPath String domain) {
        var person = caller.actor();
        var name = Domain.ofOne(domain, home.host());
        return limits.take("social-block", person.userId(), PER_HOUR, HOUR).chain(() -> servers.begin(person, name));
    }

    @DELETE
    @Path("/{domain}")
    @Operation(
            operationId = "unblockServer",
            summary = "Treat a server like any other; follows that have ended stay ended; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: no domain, or our own")
    public Uni<Void> unblock(@RestPath String domain) {
        return servers.end(caller.actor(), Domain.ofOne(domain, home.host()));
    }
}
