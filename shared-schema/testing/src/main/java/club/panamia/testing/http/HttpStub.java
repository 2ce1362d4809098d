package club.panamia.testing.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A remote server on loopback that really answers; it remembers what it was asked. None has the port of an earlier one: what is
 * known by host, such as keys and failures, would be taken for its own.
 */
public final class HttpStub implements AutoCloseable {

    /** What the stub says to one exchange. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request as it arrived. */
    public record Asked(String method, String path, Map<String, List<String>> headers, byte[] body) {}

    private static final Set<Integer> HAD = ConcurrentHashMap.newKeySet();

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public HttpStub() {
        server = Stream.generate(HttpStub::bound)
                .filter(HttpStub::isNew)
                .findFirst()
                .orElseThrow();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static HttpServer bound() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNew(HttpServer server) {
        var isNew = HAD.add(server.getAddress().getPort());
        if (!isNew) {
            server.stop(0);
        }
        return isNew;
    }

    /** Answers everything below {@code path}. */
    public HttpStub on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var body = exchange.getRequestBody().readAllBytes();
                // Whoever answers can read it once more.
                exchange.setStreams(new ByteArrayInputStream(body), null);
                asked.add(new Asked(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body));
                answer.to(exchange);
            }
        });
        return this;
    }

    /** Answers with a fixed body. */
    public HttpStub on(String path, int status, String contentType, String body) {
        return on(path, exchange -> respond(exchange, status, contentType, body));
    }

    public static void respond(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        var bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://localhost:" + port() + path;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
