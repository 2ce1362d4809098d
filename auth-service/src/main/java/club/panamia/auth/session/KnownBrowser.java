package club.panamia.auth.session;

import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A browser remembers by a cookie which accounts signed in there, so that nobody who uses an address up from elsewhere can lock
 * its owner out. The cookie is a random id and one keyed hash of id and address per account: nothing of it is kept here, so there
 * is nothing to look up and nothing to erase, and asking takes as long for an unknown address as for a known one. Whoever steals
 * it gains a limit of their own for one address, and no way in.
 */
@Singleton
public class KnownBrowser {

    private static final Duration LIFE = Duration.ofDays(400);
    private static final int ID_LENGTH = 22;
    private static final int MARK_LENGTH = 22;
    private static final int ACCOUNTS = 5;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9_-]{%d}(\\.[A-Za-z0-9_-]{%d}){1,%d}".formatted(ID_LENGTH, MARK_LENGTH, ACCOUNTS));

    private final HostCookie cookie;
    private final KeyedHash hash;

    KnownBrowser(Settings settings, KeyedHash hash) {
        this.cookie = new HostCookie("pana.known-browser", settings.secure());
        this.hash = hash;
    }

    /** This browser's id, if somebody has signed in here with this address (lower-case) before. */
    public Optional<String> knows(String email, RoutingContext context) {
        var parts = parts(context);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var id = parts.getFirst();
        var mark = mark(id, email);
        var known =
                parts.stream().skip(1).filter(other -> Tokens.same(mark, other)).count();
        return known > 0 ? Optional.of(id) : Optional.empty();
    }

    /** The cookie for a browser in which the person with this address has just signed in; the last five are remembered. */
    public String remember(String email, RoutingContext context) {
        var parts = parts(context);
        var id = parts.isEmpty() ? Tokens.newToken().substring(0, ID_LENGTH) : parts.getFirst();
        Set<String> marks = new LinkedHashSet<>(List.of(mark(id, email)));
        parts.stream().skip(1).forEach(marks::add);
        var newest = marks.stream().limit(ACCOUNTS).toList();
        return cookie.write(id + "." + String.join(".", newest), LIFE);
    }

    private List<String> parts(RoutingContext context) {
        return cookie.read(context)
                .filter(value -> FORM.matcher(value).matches())
                .map(value -> Arrays.asList(value.split("\\.")))
                .orElse(List.of());
    }

    private String mark(String id, String email) {
        return hash.of("known-browser", id + ":" + email).substring(0, MARK_LENGTH);
    }
}
