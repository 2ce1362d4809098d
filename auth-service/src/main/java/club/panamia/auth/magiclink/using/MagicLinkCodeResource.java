package club.panamia.auth.magiclink.using;

import club.panamia.kernel.identity.OwnOrigin;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Typing the mailed code on a page that is not ours, in the browser that asked for it. */
@Path("/api/auth/magic-link/code")
@Tag(name = "Sign-in")
class MagicLinkCodeResource {

    /** The six digits of the mail. */
    record TypedCode(@NotBlank @Size(max = 20) String code) {}

    /** Where the person wanted to go. */
    record Welcome(String callbackUrl) {}

    private final TypeCode typeCode;
    private final SignedInCookies cookies;
    private final OwnOrigin origin;

    MagicLinkCodeResource(TypeCode typeCode, SignedInCookies cookies, OwnOrigin origin) {
        this.typeCode = typeCode;
        this.cookies = cookies;
        this.origin = origin;
    }

    @POST
    @PermitAll
    @Operation(operationId = "signInByCode", summary = "Sign in by the mailed code, where it was asked for")
    @APIResponse(responseCode = "200", description = "Signed in: the session cookie is set")
    @APIResponse(responseCode = "403", description = "wrong-origin: the page is not one of ours. account-locked")
    @APIResponse(
            responseCode = "422",
            description =
                    "code-not-valid: wrong, older than 15 minutes, used, or tried five times; or nobody asked in this browser")
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests: 10 tries a day per address, 30 a minute per client")
    public Uni<RestResponse<Welcome>> type(@Valid @NotNull TypedCode typed, @Context RoutingContext context) {
        origin.require(context.request());
        return typeCode.with(typed.code(), context).map(signedIn -> welcome(signedIn, context));
    }

    private RestResponse<Welcome> welcome(SignedIn signedIn, RoutingContext context) {
        var answer = ResponseBuilder.ok(new Welcome(signedIn.proof().target().url()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return cookies.on(answer, signedIn, context).build();
    }
}
