package club.panamia.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sixty servers, each at an address of its own of loopback, that take what is sent to them, and one that takes calls and never answers. */
final class Neighbourhood implements AutoCloseable {

    private static final int SERVERS = 60;
    private static final int FIRST = 2;
    private static final int WAITING_CALLS = 1000;
    private static final int TAKEN = 202;

    private final Vertx vertx = Vertx.vertx();
    private final ServerSocket silent;
    private final AtomicInteger missing = new AtomicInteger();
    private volatile long first;
    private volatile long last;

    private Neighbourhood(ServerSocket silent) {
        this.silent = silent;
    }

    static Neighbourhood open() {
        try {
            var silent = new ServerSocket(0, WAITING_CALLS, InetAddress.getByName(address(SERVERS)));
            var neighbourhood = new Neighbourhood(silent);
            IntStream.range(0, SERVERS).forEach(neighbourhood::listen);
            return neighbourhood;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(int server) {
        vertx.createHttpServer()
                .requestHandler(this::hear)
                .listen(silent.getLocalPort(), address(server))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void hear(HttpServerRequest request) {
        request.endHandler(ignored -> take(request));
    }

    private void take(HttpServerRequest request) {
        last = System.nanoTime();
        first = first == 0 ? last : first;
        missing.decrementAndGet();
        request.response().setStatusCode(TAKEN).end();
    }

    private static String address(int server) {
        return "127.0.0." + (FIRST + server);
    }

    private String host(int server) {
        return address(server) + ":" + silent.getLocalPort();
    }

    List<String> answering() {
        return IntStream.range(0, SERVERS).mapToObj(this::host).toList();
    }

    List<String> all() {
        return Stream.concat(Stream.of(host(SERVERS)), answering().stream()).toList();
    }

    void expect(int many) {
        first = 0;
        missing.set(many);
    }

    boolean haveAll() {
        return missing.get() <= 0;
    }

    /** Nanoseconds from the first to the last. */
    long taken() {
        return last - first;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        try {
            silent.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
