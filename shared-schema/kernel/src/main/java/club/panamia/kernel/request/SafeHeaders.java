package club.panamia.kernel.request;

import club.panamia.kernel.settings.Settings;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
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
        filters.register(this::watch, EARLY);
    }

    /** When all is said: a page that knows better than this has set its own, and two of a kind would both be enforced. */
    private void watch(RoutingContext context) {
        context.addHeadersEndHandler(end -> complete(context));
        context.next();
    }

    private void complete(RoutingContext context) {
        var headers = context.response().headers();
        putIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        putIfAbsent(headers, "X-Frame-Options", "DENY");
        putIfAbsent(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
        putIfAbsent(headers, "Permissions-Policy", "geolocation=(), payment=()");
        if (!context.request().path().startsWith("/q/")) {
            putIfAbsent(
                    headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        }
        if (secure) {
            putIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static void putIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
