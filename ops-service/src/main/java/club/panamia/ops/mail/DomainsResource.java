package club.panamia.ops.mail;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Domains whose letters fail, for administrators. */
@Path("/api/ops/mail/domains")
@Tag(name = "Mail")
@RolesAllowed("admin")
class DomainsResource {

    private final Domains domains;
    private final CurrentActor caller;

    DomainsResource(Domains domains, CurrentActor caller) {
        this.domains = domains;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listFailingDomains",
            summary = "List the domains whose letters fail, the worst first, with a remedy")
    @APIResponse(responseCode = "200", description = "Fifty at most, without anybody's address")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    public Uni<List<DomainView>> list() {
        return caller.fresh().chain(admin -> domains.failing());
    }
}
