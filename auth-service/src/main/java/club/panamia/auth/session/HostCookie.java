package club.panamia.auth.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * A cookie of this very host that no script reads and that no other site's form brings along. Over https its name begins with
 * {@code __Host-}, so that a neighbour on a sub-domain cannot plant one (RFC 6265bis, section 4.1.3.2).
 */
public record HostCookie(String plainName, boolean secure) {

    /** What the request shows, if anything. */
    public Optional<String> read(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** The header's value; a zero {@code life} takes the cookie away. */
    public String write(String value, Duration life) {
        return Cookie.cookie(name(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(life.toSeconds())
                .encode();
    }

    String name() {
        return secure ? "__Host-" + plainName : plainName;
    }
}
