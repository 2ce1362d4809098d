package club.panamia.auth.session;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where the caller is signed in. What is ended here counts nowhere any more from the next request on. */
@Path("/api/auth/sessions")
@Tag(name = "Session")
@RolesAllowed(Roles.MEMBER)
class SessionsResource {

    private final Sessions sessions;
    private final CurrentActor caller;

    SessionsResource(Sessions sessions, CurrentActor caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listSessions", summary = "Show where I am signed in")
    @APIResponse(responseCode = "200", description = "One page of my open sessions, the newest first")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is, or the session has just ended")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<OpenSession>> list(@BeanParam @Valid PageQuery page) {
        return caller.fresh().chain(actor -> sessions.of(actor, page));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "endSession", summary = "Sign out in one browser")
    @APIResponse(responseCode = "204", description = "That session has ended")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is, or the session has just ended")
    @APIResponse(responseCode = "403", description = "wrong-origin: the page is not one of ours")
    @APIResponse(responseCode = "404", description = "not-found: no open session of mine")
    public Uni<Void> end(@RestPath @Size(max = 64) String id) {
        return caller.fresh().chain(actor -> sessions.endOne(actor, id)).replaceWithVoid();
    }

    @DELETE
    @Operation(operationId = "endOtherSessions", summary = "Sign out in every other browser")
    @APIResponse(responseCode = "204", description = "All my sessions but this one have ended")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is, or the session has just ended")
    @APIResponse(responseCode = "403", description = "wrong-origin: the page is not one of ours")
    public Uni<Void> endOthers() {
        return caller.fresh().chain(sessions::endOthers).replaceWithVoid();
    }
}
