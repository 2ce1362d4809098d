package club.panamia.auth.session;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.SessionCookie;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The session of this browser. */
@Path("/api/auth")
@Tag(name = "Session")
@RolesAllowed("member")
class SessionResource {

    private final Sessions sessions;
    private final CurrentActor caller;
    private final SessionCookie cookie;

    SessionResource(Sessions sessions, CurrentActor caller, SessionCookie cookie) {
        this.sessions = sessions;
        this.caller = caller;
        this.cookie = cookie;
    }

    /** The cookie is handed out again, so that the browser keeps it as long as the database keeps the session. */
    @GET
    @Path("/session")
    @Operation(operationId = "readSession", summary = "Show who is signed in here")
    @APIResponse(responseCode = "200", description = "The person and the end of the session")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    public Uni<RestResponse<SessionView>> read(@Context RoutingContext context) {
        return sessions.show(caller.actor()).map(view -> {
            var answer = RestResponse.ResponseBuilder.ok(view).header(HttpHeaders.CACHE_CONTROL, "private, no-store");
            cookie.read(context)
                    .ifPresent(token -> answer.header(HttpHeaders.SET_COOKIE, cookie.write(token, Session.LIFE)));
            return answer.build();
        });
    }

    @POST
    @Path("/sign-out")
    @Operation(operationId = "signOut", summary = "Sign out in this browser")
    @APIResponse(responseCode = "204", description = "The session has ended, here and in every sidecar")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    public Uni<RestResponse<Void>> signOut() {
        return sessions.end(caller.actor()).map(ended -> goodbye());
    }

    @POST
    @Path("/sign-out-everywhere")
    @Operation(operationId = "signOutEverywhere", summary = "Sign out in every browser")
    @APIResponse(responseCode = "204", description = "All sessions of the person have ended")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    public Uni<RestResponse<Void>> signOutEverywhere() {
        return caller.fresh().chain(sessions::endAll).map(ended -> goodbye());
    }

    private RestResponse<Void> goodbye() {
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.write("", Duration.ZERO))
                .build();
    }
}
