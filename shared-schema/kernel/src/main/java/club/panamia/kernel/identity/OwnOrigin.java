package club.panamia.kernel.identity;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.request.AllowedOrigins;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A page of somebody else's cannot act with a person's cookie: whatever changes something by cookie must come from an allowed
 * Origin, or, where a browser sends none, say {@code Sec-Fetch-Site: same-origin}.
 */
@ApplicationScoped
public class OwnOrigin {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final SessionCookie cookie;
    private final AllowedOrigins allowed;

    OwnOrigin(SessionCookie cookie, AllowedOrigins allowed) {
        this.cookie = cookie;
        this.allowed = allowed;
    }

    @ServerRequestFilter(preMatching = true)
    void guard(ContainerRequestContext request, RoutingContext context) {
        var byCookie = cookie.read(context).isPresent() && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        if (byCookie && !HARMLESS.contains(request.getMethod())) {
            require(context.request());
        }
    }

    /** For forms that set the cookie in the first place and so come without it. */
    public void require(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        var ours = origin != null ? allowed.contain(origin) : "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
        if (!ours) {
            throw CommonProblem.WRONG_ORIGIN.because(
                    "A change by cookie must come from a page under PUBLIC_URL or ALLOWED_ORIGINS; this one came from "
                            + (origin == null ? "an unnamed origin." : "another origin."));
        }
    }
}
