package club.panamia.auth.magiclink;

import club.panamia.auth.session.Browser;
import club.panamia.kernel.identity.OwnOrigin;
import club.panamia.kernel.limit.RateLimits;
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
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asking for a sign-in link. */
@Path("/api/auth/magic-link")
@Tag(name = "Sign-in")
class MagicLinkResource {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_ADDRESS = 5;
    private static final int PER_BROWSER = 20;

    /** Who wants in, and the page of ours to go to afterwards. */
    record Wish(
            @NotBlank @Size(max = 254) String email,
            @Nullable @Size(max = 2000) String callbackUrl) {}

    private final PostMagicLink postMagicLink;
    private final RateLimits limits;
    private final OwnOrigin origin;

    MagicLinkResource(PostMagicLink postMagicLink, RateLimits limits, OwnOrigin origin) {
        this.postMagicLink = postMagicLink;
        this.limits = limits;
        this.origin = origin;
    }

    /** The answer is the same for known and unknown addresses, and no mail is waited for. */
    @POST
    @PermitAll
    @Operation(operationId = "askForMagicLink", summary = "Ask for a sign-in link by mail")
    @APIResponse(responseCode = "202", description = "If the address can receive mail, a link is on its way")
    @APIResponse(responseCode = "403", description = "wrong-origin: the page is not one of ours")
    @APIResponse(responseCode = "422", description = "invalid-input: not an e-mail address")
    @APIResponse(responseCode = "429", description = "too-many-requests: 5 an hour per address, 20 per client")
    public Uni<RestResponse<Void>> ask(@Valid @NotNull Wish wish, @Context RoutingContext context) {
        origin.require(context.request());
        var email = EmailAddress.of(wish.email());
        var target = ReturnTarget.of(wish.callbackUrl());
        var client = String.valueOf(Browser.of(context).address());
        return limits.take("magic-link-client", client, PER_BROWSER, HOUR)
                .chain(() -> limits.take("magic-link-address", email.text(), PER_ADDRESS, HOUR))
                .chain(() -> postMagicLink.to(email, target))
                .replaceWith(RestResponse.accepted());
    }
}
