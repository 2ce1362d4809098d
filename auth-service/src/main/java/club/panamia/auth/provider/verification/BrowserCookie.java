package club.panamia.auth.provider.verification;

import club.panamia.auth.session.HostCookie;
import club.panamia.kernel.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Tells the browser again that began a sign-in; ops-service reads it, too. */
@Singleton
class BrowserCookie {

    /** As long as the mail, the confirmation and a sign-in to an account that exists may take. */
    private static final Duration LIFE = Duration.ofMinutes(40);

    private final HostCookie cookie;

    BrowserCookie(Settings settings) {
        cookie = new HostCookie("pana.verification", settings.secure());
    }

    Optional<String> read(RoutingContext context) {
        return cookie.read(context);
    }

    String write(String token) {
        return cookie.write(token, LIFE);
    }

    String forget() {
        return cookie.write("", Duration.ZERO);
    }
}
