package club.panamia.auth.token;

import club.panamia.kernel.identity.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Access tokens (RFC 9068's claims where they fit) for callers that cannot carry a cookie. */
@Path("/api/auth/token")
@Tag(name = "Session")
class TokenResource {

    /** As RFC 6749, section 5.1, in this API's spelling; {@code expiresIn} in seconds. */
    record AccessToken(String token, String tokenType, long expiresIn) {}

    private final CurrentActor caller;
    private final AccessTokens tokens;

    TokenResource(CurrentActor caller, AccessTokens tokens) {
        this.caller = caller;
        this.tokens = tokens;
    }

    @POST
    @RolesAllowed("member")
    @Operation(operationId = "issueToken", summary = "Get a five-minute access token for this session")
    @APIResponse(responseCode = "200", description = "The token")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is, or the session has ended")
    public Uni<RestResponse<AccessToken>> issue() {
        return caller.fresh()
                .map(actor ->
                        new AccessToken(tokens.sign(TokenClaims.of(actor)), "Bearer", AccessTokens.LIFE.toSeconds()))
                .map(token -> RestResponse.ResponseBuilder.ok(token)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
