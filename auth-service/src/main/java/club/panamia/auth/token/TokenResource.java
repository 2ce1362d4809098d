package club.panamia.auth.token;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.BearerTokens;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.settings.Settings;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Access tokens (RFC 9068's claims where they fit) for callers that cannot carry a cookie. */
@Path("/api/auth/token")
@Tag(name = "Session")
class TokenResource {

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** As RFC 6749, section 5.1, in this API's spelling; {@code expiresIn} in seconds. */
    record AccessToken(String token, String tokenType, long expiresIn) {}

    private final CurrentActor caller;
    private final SigningKeys keys;
    private final Settings settings;
    private final Clock clock;

    TokenResource(CurrentActor caller, SigningKeys keys, Settings settings, Clock clock) {
        this.caller = caller;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("member")
    @Operation(operationId = "issueToken", summary = "Get a five-minute access token for this session")
    @APIResponse(responseCode = "200", description = "The token")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is, or the session has ended")
    public Uni<RestResponse<AccessToken>> issue() {
        return caller.fresh()
                .map(actor -> new AccessToken(sign(actor), "Bearer", LIFE.toSeconds()))
                .map(token -> RestResponse.ResponseBuilder.ok(token)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** Signing costs about a millisecond, which an event loop can bear. */
    private String sign(Actor actor) {
        var key = keys.current();
        var now = clock.instant();
        var claims = Jwt.issuer(settings.publicUrl().toString())
                .audience(BearerTokens.AUDIENCE)
                .subject(actor.userId())
                .groups(actor.roles())
                .claim("sid", actor.sessionId())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE));
        if (actor.screenname() != null) {
            claims.claim("screenname", actor.screenname());
        }
        return claims.jws().algorithm(SignatureAlgorithm.RS256).keyId(key.id()).sign(key.privateKey());
    }
}
