package club.panamia.kernel.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Lets pages of allowed origins read our answers (Fetch, "CORS protocol"). To others nothing is said and nothing is refused: what
 * is public may be fetched from anywhere, and an endpoint may open itself further.
 */
class CrossOrigin {

    private static final int EARLY = 800;

    private final AllowedOrigins allowed;

    CrossOrigin(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, EARLY);
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var origin = request.getHeader("Origin");
        // Also where nothing is said: a cache must not keep that for an allowed origin.
        context.response().putHeader("Vary", "Origin");
        if (origin == null || !allowed.contain(origin)) {
            context.next();
            return;
        }
        var response = context.response()
                .putHeader("Access-Control-Allow-Origin", origin)
                .putHeader("Access-Control-Allow-Credentials", "true")
                .putHeader("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After, X-Request-Id");
        if (request.method() == HttpMethod.OPTIONS && request.getHeader("Access-Control-Request-Method") != null) {
            response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE")
                    .putHeader(
                            "Access-Control-Allow-Headers",
                            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key")
                    .putHeader("Access-Control-Max-Age", "600")
                    .setStatusCode(204)
                    .end();
            return;
        }
        context.next();
    }
}
