package club.panamia.social.wire;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where addresses of other servers lead. */
public final class Host {

    private static final int LONGEST = 2000;

    private Host() {}

    /** Host, and port where it is not the scheme's own; nothing, where it is no address of the web or is too long for one. */
    public static Optional<String> of(@Nullable String uri) {
        if (uri == null || uri.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var parsed = new URI(uri);
            var isWeb = "https".equals(parsed.getScheme()) || "http".equals(parsed.getScheme());
            return isWeb && parsed.getHost() != null && parsed.getRawUserInfo() == null
                    ? Optional.of(of(parsed))
                    : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether both are addresses, and of the same server. */
    public static boolean isSame(@Nullable String one, @Nullable String other) {
        return of(one).isPresent() && of(one).equals(of(other));
    }

    private static String of(URI uri) {
        var usual = "https".equals(uri.getScheme()) ? 443 : 80;
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() == -1 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
    }
}
