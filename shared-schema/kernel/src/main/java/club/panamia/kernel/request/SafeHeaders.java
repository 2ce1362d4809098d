package club.panamia.kernel.request;

import club.panamia.kernel.settings.Settings;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Headers that make a browser careful with what we send. */
class SafeHeaders {

    private static final int EARLY = 900;

    private final boolean secure;

    SafeHeaders(Settings settings) {
        secure = settings.secure();
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, EARLY);
    }

    private void add(RoutingContext context) {
        var headers = context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                .putHeader("Permissions-Policy", "geolocation=(), payment=()");
        if (!context.request().path().startsWith("/q/")) {
            headers.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        }
        if (secure) {
            headers.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        context.next();
    }
}
