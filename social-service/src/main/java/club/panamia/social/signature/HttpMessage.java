package club.panamia.social.signature;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as signatures speak of it.
 *
 * @param uri absolute, as its sender knows it: of a request to us, our public address, whatever a proxy made of the Host
 * @param body the exact bytes
 */
public record HttpMessage(String method, URI uri, MultiMap headers, byte[] body) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Host and port, without a port that is the scheme's own (RFC 9421, section 2.2.3). */
    String authority() {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var usual = "https".equals(uri.getScheme()) ? HTTPS : HTTP;
        return uri.getPort() == -1 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
    }

    String path() {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    /** With its question mark, which is there even where nothing follows (RFC 9421, section 2.2.7). */
    String query() {
        return "?" + (uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    /** What stands in the request's first line. */
    String resource() {
        return uri.getRawQuery() == null ? path() : path() + query();
    }

    /** All values of a header in one line; null where it is not there. */
    @Nullable
    String header(String name) {
        if (name.equals("host")) {
            return authority();
        }
        var values = headers.getAll(name);
        return values.isEmpty() ? null : values.stream().map(String::strip).collect(Collectors.joining(", "));
    }

    boolean hasBody() {
        return body.length > 0 || !method.equals("GET");
    }
}
