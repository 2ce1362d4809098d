package club.panamia.kernel.identity;

import club.panamia.kernel.settings.Settings;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The one cookie, under the names that Auth.js gives it. Over https only the {@code __Secure-} name counts, which browsers let
 * nobody set over plain http.
 */
@Singleton
public class SessionCookie {

    private static final String PLAIN = "authjs.session-token";
    private static final int LONGEST = 512;
    private static final int SHORTEST = 16;

    private final Settings settings;

    SessionCookie(Settings settings) {
        this.settings = settings;
    }

    public String name() {
        return settings.secure() ? "__Secure-" + PLAIN : PLAIN;
    }

    /** The token that the request shows, if it can be one at all. */
    public Optional<String> read(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(name()))
                .map(Cookie::getValue)
                .filter(token -> token.length() >= SHORTEST && token.length() <= LONGEST);
    }

    /** The header's value that hands the token to a browser; a zero {@code life} takes it away. */
    public String write(String token, Duration life) {
        var cookie = Cookie.cookie(name(), token)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(settings.secure())
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(life.toSeconds());
        settings.cookieDomain().ifPresent(cookie::setDomain);
        return cookie.encode();
    }
}
