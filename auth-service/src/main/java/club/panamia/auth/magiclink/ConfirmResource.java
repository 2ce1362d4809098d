package club.panamia.auth.magiclink;

import club.panamia.auth.session.Browser;
import club.panamia.auth.session.Session;
import club.panamia.kernel.identity.OwnOrigin;
import club.panamia.kernel.identity.SessionCookie;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page behind the link. Reading it changes nothing, since mail scanners read every link; the button is a form of the page's
 * own origin, which uses the link up.
 */
@Path("/login/confirm")
@Produces(MediaType.TEXT_HTML)
class ConfirmResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 30;

    private final OpenSession openSession;
    private final SessionCookie cookie;
    private final OwnOrigin origin;
    private final RateLimits limits;

    ConfirmResource(OpenSession openSession, SessionCookie cookie, OwnOrigin origin, RateLimits limits) {
        this.openSession = openSession;
        this.cookie = cookie;
        this.origin = origin;
        this.limits = limits;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestQuery String token, @RestQuery String email, @RestQuery String to) {
        return SignInPages.page(
                200,
                SignInPages.confirm(
                        text(token), text(email), ReturnTarget.of(to).path()));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> confirm(
            @RestForm String token, @RestForm String email, @RestForm String to, @Context RoutingContext context) {
        origin.require(context.request());
        var browser = Browser.of(context);
        return limits.take("confirm", String.valueOf(browser.address()), PER_MINUTE, MINUTE)
                .chain(() -> openSession.with(EmailAddress.of(text(email)), text(token), browser))
                .map(session -> welcome(session, ReturnTarget.of(to)))
                .onFailure(Problem.class)
                .recoverWithItem(refusal -> SignInPages.refused(refusal));
    }

    private RestResponse<TemplateInstance> welcome(String sessionToken, ReturnTarget target) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, target.path())
                .header(HttpHeaders.SET_COOKIE, cookie.write(sessionToken, Session.LIFE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
