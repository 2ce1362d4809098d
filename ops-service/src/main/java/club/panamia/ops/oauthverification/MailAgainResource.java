package club.panamia.ops.oauthverification;

import club.panamia.kernel.identity.OwnOrigin;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The button "Send the mail again" of auth-service's page that waits. */
@Path("/api/oauth-verifications/mail")
class MailAgainResource {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_BROWSER = 5;
    private static final int PER_CLIENT = 20;

    private final MailAgain mailAgain;
    private final BrowserCookie cookie;
    private final OwnOrigin origin;
    private final RateLimits limits;

    MailAgainResource(MailAgain mailAgain, BrowserCookie cookie, OwnOrigin origin, RateLimits limits) {
        this.mailAgain = mailAgain;
        this.cookie = cookie;
        this.origin = origin;
        this.limits = limits;
    }

    /** Whatever waits or not: back to the page, which tells. */
    @POST
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> send(@Context RoutingContext context) {
        origin.require(context.request());
        var browser = cookie.hash(context);
        var client = context.request().remoteAddress().hostAddress();
        return limits.take("verification-mail-client", client, PER_CLIENT, HOUR)
                .chain(() -> limits.take("verification-mail", browser, PER_BROWSER, HOUR))
                .chain(() -> mailAgain.forBrowser(browser))
                .map(sent -> ConfirmationResource.onwards());
    }
}
