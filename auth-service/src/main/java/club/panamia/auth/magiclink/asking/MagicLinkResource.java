package club.panamia.auth.magiclink.asking;

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
import org.jspecify.annotations.Nullable;

/** Asking for a sign-in link from a page that is not ours. */
@Path("/api/auth/magic-link")
@Tag(name = "Sign-in")
class MagicLinkResource {

    /** Who wants in, the page to go to afterwards, and the solved CAPTCHA where one is asked for. */
    record Wish(
            @NotBlank @Size(max = 254) String email,
            @Nullable @Size(max = 2000) String callbackUrl,
            @Nullable @Size(max = 4096) String captchaToken) {

        AskForLink.Wish plain() {
            return new AskForLink.Wish(email, callbackUrl, captchaToken);
        }
    }

    private final AskForLink askForLink;
    private final OwnOrigin origin;

    MagicLinkResource(AskForLink askForLink, OwnOrigin origin) {
        this.askForLink = askForLink;
        this.origin = origin;
    }

    /** The answer is the same for known and unknown addresses, and no mail is waited for. */
    @POST
    @PermitAll
    @Operation(operationId = "askForMagicLink", summary = "Ask for a sign-in link and code by mail")
    @APIResponse(
            responseCode = "202",
            description =
                    "If the address can receive mail, a link and a code are on their way. A cookie notes that this browser asked")
    @APIResponse(responseCode = "403", description = "wrong-origin: the page is not one of ours")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: not an e-mail address. captcha-not-passed: where a CAPTCHA is asked for")
    @APIResponse(
            responseCode = "429",
            description =
                    "too-many-requests: 5 an hour per address, 20 per client; a browser that signed in to the account before has 5 of its own")
    @APIResponse(responseCode = "503", description = "captcha-unavailable: its provider cannot be asked")
    public Uni<RestResponse<Void>> ask(@Valid @NotNull Wish wish, @Context RoutingContext context) {
        origin.require(context.request());
        return askForLink.with(wish.plain(), context).map(MagicLinkResource::accepted);
    }

    private static RestResponse<Void> accepted(String pendingCookie) {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.ACCEPTED)
                .header(HttpHeaders.SET_COOKIE, pendingCookie)
                .build();
    }
}
