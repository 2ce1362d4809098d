package club.panamia.kernel.guarded;

import club.panamia.kernel.guarded.Refused.Reason;
import club.panamia.kernel.settings.Settings;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where calls may go. Made at start, so that settings for tests are refused then. */
@Singleton
@Startup
class Guard {

    private static final int FIRST_UNPRIVILEGED_PORT = 1024;
    private static final int LAST_PORT = 65_535;

    private final GuardedHttpSettings allowed;
    private final Target ourselves;

    Guard(GuardedHttpSettings allowed, Settings settings) {
        if (settings.secure() && (allowed.allowHttp() || allowed.allowLoopback())) {
            throw new IllegalStateException(
                    "pana.guarded-http.allow-http and pana.guarded-http.allow-loopback are for suites on"
                            + " one machine: under a PUBLIC_URL with https:// they must be off.");
        }
        this.allowed = allowed;
        this.ourselves = Target.of(settings.publicUrl());
    }

    /** The place that a URL names, if it may be asked for at all. */
    Target check(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && allowed.allowHttp())) {
            throw new Refused(Reason.BAD_URL, "the scheme is not https");
        }
        if (uri.getHost() == null) {
            throw new Refused(Reason.BAD_URL, "there is no host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new Refused(Reason.BAD_URL, "there are credentials in the URL");
        }
        var target = Target.of(uri);
        if (!mayUse(target)) {
            throw new Refused(Reason.BAD_URL, "port " + target.port() + " is not one that calls may go to");
        }
        // On one machine, other ports of it are other servers.
        if (target.host().equals(ourselves.host()) && !(allowed.allowLoopback() && target.port() != ourselves.port())) {
            throw new Refused(Reason.FORBIDDEN_ADDRESS, "this is our own host");
        }
        return target;
    }

    /** The address to connect to. One forbidden address among several is enough to refuse: no server needs that. */
    InetAddress check(Target target, List<InetAddress> addresses) {
        for (var address : addresses) {
            if (!PublicAddresses.contain(address) && !(allowed.allowLoopback() && address.isLoopbackAddress())) {
                throw new Refused(Reason.FORBIDDEN_ADDRESS, target.host() + " has an address that is not public");
            }
        }
        return addresses.stream()
                .min(Comparator.comparingInt(address -> address.getAddress().length))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_HOST, target.host() + " has no address"));
    }

    private boolean mayUse(Target target) {
        return target.port() == target.usualPort()
                || allowed.morePorts().orElse(Set.of()).contains(target.port())
                || (allowed.allowLoopback() && target.port() >= FIRST_UNPRIVILEGED_PORT && target.port() <= LAST_PORT);
    }
}
