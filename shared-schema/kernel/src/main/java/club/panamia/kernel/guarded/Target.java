package club.panamia.kernel.guarded;

import java.net.URI;
import java.util.Locale;

/**
 * Where a URL leads.
 *
 * @param host lower-case, without brackets and final dot
 * @param resource path and query as they are sent
 */
record Target(boolean tls, String host, int port, String resource) {

    static Target of(URI uri) {
        var tls = "https".equalsIgnoreCase(uri.getScheme());
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Target(tls, plain(uri.getHost()), uri.getPort() < 0 ? usualPort(tls) : uri.getPort(), path + query);
    }

    int usualPort() {
        return usualPort(tls);
    }

    private static int usualPort(boolean tls) {
        return tls ? 443 : 80;
    }

    private static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            return lower.substring(1, lower.length() - 1);
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
