package club.panamia.auth.magiclink;

import club.panamia.auth.session.HostCookie;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cookie by which a browser is known again as the one that asked for a link: a random value, kept here as a hash. */
@Singleton
public class PendingLogin {

    static final Duration LIFE = Duration.ofHours(1);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final HostCookie cookie;
    private final Tokens tokens;

    PendingLogin(Settings settings, Tokens tokens) {
        this.cookie = new HostCookie("pana.pending-login", settings.secure());
        this.tokens = tokens;
    }

    /** The value that this browser shows, or a new one: asking twice must not make the first mail a stranger's. */
    public String valueFor(RoutingContext context) {
        return value(context).orElseGet(Tokens::newToken);
    }

    /** What is kept of the value that this browser shows; empty where nobody began. */
    public Optional<String> hash(RoutingContext context) {
        return value(context).map(this::hash);
    }

    public String hash(String value) {
        return tokens.hash(value);
    }

    public String write(String value) {
        return cookie.write(value, LIFE);
    }

    public String remove() {
        return cookie.write("", Duration.ZERO);
    }

    private Optional<String> value(RoutingContext context) {
        return cookie.read(context).filter(value -> FORM.matcher(value).matches());
    }
}
