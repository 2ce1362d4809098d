package club.panamia.ops.oauthverification;

import club.panamia.kernel.identity.OwnOrigin;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.secret.Tokens;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page behind the mailed link. Reading it changes nothing; its button confirms, in the browser only that began. A link that is
 * unknown, used, too old or opened elsewhere gets one and the same answer.
 */
@Path(ConfirmationResource.PATH)
class ConfirmationResource {

    static final String PATH = "/api/oauth-verifications/confirmation";

    /** auth-service's: it finishes what is confirmed. */
    static final String NEXT = "/login/verification";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 30;

    private final PendingVerifications pending;
    private final BrowserCookie cookie;
    private final OwnOrigin origin;
    private final RateLimits limits;
    private final Tokens tokens;

    ConfirmationResource(
            PendingVerifications pending, BrowserCookie cookie, OwnOrigin origin, RateLimits limits, Tokens tokens) {
        this.pending = pending;
        this.cookie = cookie;
        this.origin = origin;
        this.limits = limits;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "oauthverification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirm(Waiting waiting, String token);

        static native TemplateInstance closed();
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestQuery @Nullable String token, @Context RoutingContext context) {
        var shown = token == null ? "" : token;
        return limits.take("verification-page", client(context), PER_MINUTE, MINUTE)
                .chain(() -> pending.behind(tokens.hash(shown), cookie.hash(context)))
                .chain(found -> found.isPresent()
                        ? page(
                                200,
                                Templates.confirm(found.get(), shown)
                                        .setLocale(found.get().locale()))
                        : closed(context));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> confirm(@RestForm @Nullable String token, @Context RoutingContext context) {
        origin.require(context.request());
        return limits.take("verification-confirm", client(context), PER_MINUTE, MINUTE)
                .chain(() -> pending.confirm(tokens.hash(token == null ? "" : token), cookie.hash(context)))
                .replaceWith(ConfirmationResource::onwards)
                .onFailure(ConfirmationResource::isOver)
                .recoverWithUni(() -> closed(context));
    }

    static RestResponse<String> onwards() {
        return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, NEXT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static boolean isOver(Throwable failure) {
        return failure instanceof Problem problem && problem.type() == VerificationProblem.NOT_VALID;
    }

    private static Uni<RestResponse<String>> closed(RoutingContext context) {
        var spanish = context.acceptableLanguages().stream()
                .findFirst()
                .filter(language -> language.tag().startsWith("es"))
                .isPresent();
        return page(410, Templates.closed().setLocale(spanish ? Locale.of("es") : Locale.ENGLISH));
    }

    /** Under {@code no-referrer} browsers would send the form with {@code Origin: null}. */
    private static Uni<RestResponse<String>> page(int status, TemplateInstance page) {
        var answer = RestResponse.ResponseBuilder.<String>create(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", POLICY);
        return page.createUni().map(html -> answer.entity(html).build());
    }

    private static String client(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }
}
