package club.panamia.ops.oauthverification;

import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** What auth-service gave the browser that began, so that it is known again here. */
@Singleton
class BrowserCookie {

    private static final String NAME = "pana.verification";

    private final Settings settings;
    private final Tokens tokens;

    BrowserCookie(Settings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** The hash under which the browser is kept; of a browser without the cookie, one that nobody has. */
    String hash(RoutingContext context) {
        var cookie = context.request().getCookie(settings.secure() ? "__Host-" + NAME : NAME);
        return cookie == null ? "" : tokens.hash(cookie.getValue());
    }
}
