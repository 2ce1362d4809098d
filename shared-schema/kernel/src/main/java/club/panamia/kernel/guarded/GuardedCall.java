package club.panamia.kernel.guarded;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to ask. By default the answer may be of any type, has at most one mebibyte and takes at most ten seconds in all.
 *
 * @param accepts media types without parameters; empty for any; checked where the answer is a success with a body
 * @param maxBytes of the answer's body, also after decompression
 * @param signature made anew for each place that the call comes to, so that another server may see it
 * @param statusAlone whether only the status matters: then no body of an answer makes it another one
 * @param within from the look-up of the name to the last byte of the last redirect's answer
 */
public record GuardedCall(
        Method method,
        URI uri,
        Map<String, String> headers,
        byte[] body,
        List<String> accepts,
        Signature signature,
        int maxBytes,
        boolean statusAlone,
        Duration within) {

    private static final int ONE_MEBIBYTE = 1 << 20;
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private static final Signature NONE = uri -> Uni.createFrom().item(Map.of());

    /** The headers that say who calls, of a call to one address. */
    @FunctionalInterface
    public interface Signature {
        Uni<Map<String, String>> of(URI uri);
    }

    /** What can be asked. */
    public enum Method {
        GET,
        POST,
        DELETE
    }

    /** Follows up to three redirects. */
    public static GuardedCall get(URI uri) {
        return new GuardedCall(
                Method.GET, uri, Map.of(), new byte[0], List.of(), NONE, ONE_MEBIBYTE, false, TEN_SECONDS);
    }

    /** Follows no redirect: its answer is the answer. */
    public static GuardedCall post(URI uri, String contentType, byte[] body) {
        return new GuardedCall(
                Method.POST,
                uri,
                Map.of("Content-Type", contentType),
                body,
                List.of(),
                NONE,
                ONE_MEBIBYTE,
                false,
                TEN_SECONDS);
    }

    /** Follows no redirect. */
    public static GuardedCall delete(URI uri) {
        return new GuardedCall(
                Method.DELETE, uri, Map.of(), new byte[0], List.of(), NONE, ONE_MEBIBYTE, false, TEN_SECONDS);
    }

    /** Other answers are refused; the header Accept says so too, unless it is set. */
    public GuardedCall accepting(String... mediaTypes) {
        return new GuardedCall(
                method, uri, headers, body, List.of(mediaTypes), signature, maxBytes, statusAlone, within);
    }

    public GuardedCall header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new GuardedCall(method, uri, Map.copyOf(more), body, accepts, signature, maxBytes, statusAlone, within);
    }

    public GuardedCall signed(Signature by) {
        return new GuardedCall(method, uri, headers, body, accepts, by, maxBytes, statusAlone, within);
    }

    public GuardedCall atMost(int bytes) {
        return new GuardedCall(method, uri, headers, body, accepts, signature, bytes, statusAlone, within);
    }

    /** Of the answer's body nothing is taken, nor may it be refused. */
    public GuardedCall forItsStatus() {
        return new GuardedCall(method, uri, headers, body, accepts, signature, maxBytes, true, within);
    }

    public GuardedCall within(Duration time) {
        return new GuardedCall(method, uri, headers, body, accepts, signature, maxBytes, statusAlone, time);
    }

    /** The same at another place; what was meant for the first server is not shown to another one. */
    GuardedCall redirectedTo(URI target) {
        var sameOrigin = target.getScheme().equals(uri.getScheme())
                && target.getHost().equalsIgnoreCase(uri.getHost())
                && target.getPort() == uri.getPort();
        return new GuardedCall(
                method,
                target,
                sameOrigin ? headers : harmless(),
                body,
                accepts,
                signature,
                maxBytes,
                statusAlone,
                within);
    }

    private Map<String, String> harmless() {
        var kept = new HashMap<>(headers);
        kept.keySet().removeIf(name -> !name.equalsIgnoreCase("Accept") && !name.equalsIgnoreCase("User-Agent"));
        return kept;
    }
}
