package club.panamia.auth.leaving;

import static club.panamia.auth.audit.SecurityAction.DELETION_REFUSED;

import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.SessionCookie;
import club.panamia.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The end of one's own account. */
@Path("/api/users/me")
@Tag(name = "Leaving")
@RolesAllowed("member")
class MyAccountResource {

    private final CloseAccount closeAccount;
    private final Leavers leavers;
    private final SecurityTrail trail;
    private final CurrentActor caller;
    private final SessionCookie cookie;

    MyAccountResource(
            CloseAccount closeAccount,
            Leavers leavers,
            SecurityTrail trail,
            CurrentActor caller,
            SessionCookie cookie) {
        this.closeAccount = closeAccount;
        this.leavers = leavers;
        this.trail = trail;
        this.caller = caller;
        this.cookie = cookie;
    }

    /** Effective at once; the other services follow within seconds. */
    @DELETE
    @Operation(operationId = "deleteAccount", summary = "Delete my account")
    @Parameter(
            name = "authorship",
            required = true,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"keep", "anonymise"}),
            description = "What becomes of my name under articles older than three months, which stay")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "recent-sign-in-needed: within fifteen minutes; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "409", description = "leaving-blocked: what must be settled first")
    @APIResponse(responseCode = "422", description = "invalid-input: the choice of authorship")
    public Uni<RestResponse<Void>> delete(@RestQuery @Nullable String authorship) {
        var wish = Authorship.of(authorship);
        return caller.fresh()
                .call(leavers::requireRecentSignIn)
                .chain(actor -> closed(actor, wish))
                .map(done -> goodbye());
    }

    private Uni<Void> closed(Actor actor, Authorship wish) {
        return closeAccount
                .of(actor, wish)
                .onFailure(Problem.class)
                .call(refused -> trail.recordAtOnce(SecurityEvent.own(actor.userId(), DELETION_REFUSED)));
    }

    private RestResponse<Void> goodbye() {
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.write("", Duration.ZERO))
                .build();
    }
}
