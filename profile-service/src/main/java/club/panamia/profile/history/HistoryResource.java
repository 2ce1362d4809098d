package club.panamia.profile.history;

import club.panamia.kernel.identity.CurrentActor;
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

/** What was done about a profile. */
@Path("/api/profiles/{id}/history")
@Tag(name = "Review")
class HistoryResource {

    private final History history;
    private final CurrentActor caller;

    HistoryResource(History history, CurrentActor caller) {
        this.history = history;
        this.caller = caller;
    }

    /** A profile that is not there has no history; its page is empty. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
    @Operation(operationId = "listProfileHistory", summary = "List what was done about a profile, the latest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<HistoryEntry>> list(@RestPath String id, @BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(reader -> history.page(id, query));
    }
}
