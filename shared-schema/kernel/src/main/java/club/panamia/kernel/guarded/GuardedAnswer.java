package club.panamia.kernel.guarded;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What was answered, whatever the status.
 *
 * @param uri where: after redirects, another one than was asked
 * @param body decompressed
 */
public record GuardedAnswer(URI uri, int status, MultiMap headers, byte[] body) {

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as UTF-8, which JSON is (RFC 8259, section 8.1). */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
