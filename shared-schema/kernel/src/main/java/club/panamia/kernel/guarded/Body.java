package club.panamia.kernel.guarded;

import club.panamia.kernel.guarded.Refused.Reason;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** An answer's body as it comes in: never more of it in memory than was allowed. */
final class Body {

    private final HttpClientResponse response;
    private final int maxBytes;
    private final Buffer received = Buffer.buffer();
    private volatile boolean stopped;

    private Body(HttpClientResponse response, int maxBytes) {
        this.response = response;
        this.maxBytes = maxBytes;
    }

    static Uni<byte[]> of(HttpClientResponse response, int maxBytes) {
        return Uni.createFrom().<byte[]>emitter(new Body(response, maxBytes)::receive);
    }

    /** Takes nothing of it: the connection is closed, whatever the other side would still send. */
    static void drop(HttpClientResponse response) {
        response.exceptionHandler(ignored -> {});
        response.request().reset();
    }

    private void receive(UniEmitter<? super byte[]> taker) {
        taker.onTermination(this::stop);
        response.exceptionHandler(failure -> {
            if (!stopped) {
                taker.fail(failure);
            }
        });
        response.handler(piece -> {
            if (stopped) {
                return;
            }
            if (received.length() + piece.length() > maxBytes) {
                taker.fail(tooLarge(maxBytes));
            } else {
                received.appendBuffer(piece);
            }
        });
        response.endHandler(ended -> taker.complete(received.getBytes()));
        response.resume();
    }

    /** Taken, refused or waited for too long: what may still come is not for us, and neither is the reset's own echo. */
    private void stop() {
        stopped = true;
        response.request().reset();
    }

    private static Refused tooLarge(int maxBytes) {
        return new Refused(Reason.TOO_LARGE, "more than " + maxBytes + " bytes");
    }

    /**
     * Without gzip; it blocks for as long as that takes. A few kilobytes can unpack to gigabytes, so that reading stops one
     * byte behind the limit.
     */
    static byte[] unpack(byte[] packed, int maxBytes) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var bytes = gzip.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw tooLarge(maxBytes);
            }
            return bytes;
        } catch (IOException e) {
            throw new Refused(Reason.UNREACHABLE, "the body is not the gzip that it says it is", e);
        }
    }
}
