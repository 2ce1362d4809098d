package club.panamia.auth.provider.verification;

import static club.panamia.auth.provider.verification.VerificationProblem.OWN_PROOF_NEEDED;
import static club.panamia.auth.provider.verification.VerificationProblem.VERIFICATION_NOT_VALID;

import club.panamia.auth.page.FailedSignIn;
import club.panamia.auth.page.Pages;
import club.panamia.auth.session.Browser;
import club.panamia.auth.session.KnownBrowser;
import club.panamia.auth.session.Session;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.SessionCookie;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.secret.Tokens;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Where a browser waits until the address is confirmed, and where ops-service sends it afterwards: then the sign-in is finished.
 * Only the browser that began can do so, since only it has the cookie.
 */
@Path("/login/verification")
@Produces(MediaType.TEXT_HTML)
class VerificationResource {

    static final String PATH = "/login/verification";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 30;

    private final FinishVerification finish;
    private final BrowserCookie browserCookie;
    private final SessionCookie sessionCookie;
    private final KnownBrowser knownBrowser;
    private final CurrentActor caller;
    private final FailedSignIn failed;
    private final Pages pages;
    private final RateLimits limits;
    private final Tokens tokens;
    private final Pool pool;

    VerificationResource(
            FinishVerification finish,
            BrowserCookie browserCookie,
            SessionCookie sessionCookie,
            KnownBrowser knownBrowser,
            CurrentActor caller,
            FailedSignIn failed,
            Pages pages,
            RateLimits limits,
            Tokens tokens,
            Pool pool) {
        this.finish = finish;
        this.browserCookie = browserCookie;
        this.sessionCookie = sessionCookie;
        this.knownBrowser = knownBrowser;
        this.caller = caller;
        this.failed = failed;
        this.pages = pages;
        this.limits = limits;
        this.tokens = tokens;
        this.pool = pool;
    }

    @CheckedTemplate(basePath = "verification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance waiting(Waiting waiting);

        static native TemplateInstance proof(Waiting waiting, String here);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@Context RoutingContext context) {
        return limits.take("verification", String.valueOf(Browser.of(context).address()), PER_MINUTE, MINUTE)
                .map(taken -> hash(context))
                .chain(hash -> goOn(hash, context))
                .onFailure(Problem.class)
                .recoverWithUni(refusal -> failed.of(refusal, "/", context));
    }

    private Uni<RestResponse<String>> goOn(String hash, RoutingContext context) {
        return pool.preparedQuery(Waiting.IN_BROWSER)
                .execute(Tuple.of(hash))
                .map(Waiting::of)
                .chain(waiting -> waiting.confirmed()
                        ? finish(waiting, hash, context)
                        : pages.show(200, Templates.waiting(waiting), context));
    }

    private Uni<RestResponse<String>> finish(Waiting waiting, String hash, RoutingContext context) {
        return caller.find()
                .map(actor -> actor.map(Actor::userId).orElse(null))
                .chain(signedIn -> finish.of(hash, signedIn, Browser.of(context)))
                .map(session -> welcome(session, waiting, context))
                .onFailure(failure -> failure instanceof Problem refusal && refusal.type() == OWN_PROOF_NEEDED)
                .recoverWithUni(() -> pages.show(403, Templates.proof(waiting, PATH), context));
    }

    /** A session means somebody new, whose address is the one that was proven. */
    private RestResponse<String> welcome(Optional<String> session, Waiting waiting, RoutingContext context) {
        var answer = Pages.goTo(waiting.target()).header(HttpHeaders.SET_COOKIE, browserCookie.forget());
        session.ifPresent(token -> answer.header(HttpHeaders.SET_COOKIE, sessionCookie.write(token, Session.LIFE))
                .header(HttpHeaders.SET_COOKIE, knownBrowser.remember(waiting.email(), context)));
        return answer.build();
    }

    private String hash(RoutingContext context) {
        return browserCookie
                .read(context)
                .map(tokens::hash)
                .orElseThrow(() -> VERIFICATION_NOT_VALID.because("Nothing waits in this browser. Sign in again."));
    }
}
