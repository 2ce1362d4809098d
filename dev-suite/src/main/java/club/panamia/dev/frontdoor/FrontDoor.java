package club.panamia.dev.frontdoor;

import club.panamia.dev.process.Fault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one address of the suite: passes each request to the service that its path belongs to, bodies, web sockets and event
 * streams as they come, and leaves everything else to the pages of the suite itself.
 */
public final class FrontDoor implements AutoCloseable {

    /** What clients may not say about themselves. */
    private static final List<String> CLAIMS =
            List.of("Forwarded", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Real-IP");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final Routes routes;
    private final Map<String, Instances> instances;
    private final Consumer<HttpServerRequest> pages;
    private @Nullable HttpServer server;

    /** {@code ports} has the ports of each service that the routes name: one for each of its processes. */
    public FrontDoor(Routes routes, Map<String, List<Integer>> ports, Consumer<HttpServerRequest> pages) {
        this.routes = routes;
        this.instances = ports.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, service -> new Instances(service.getValue())));
        this.pages = pages;
        // An event stream or a web socket holds its connection, so there must be enough for many of them.
        client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(2_000), new PoolOptions().setHttp1MaxSize(1_000));
    }

    /** Listens on loopback; port 0 takes any. Returns the port. */
    public int start(int port) {
        instances.values().forEach(processes -> processes.watch(vertx, client));
        var listening = vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
        server = await(listening, "The front door cannot listen on port %d".formatted(port));
        return server.actualPort();
    }

    @Override
    public void close() {
        await(vertx.close(), "The front door does not close");
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        var service = path == null ? null : routes.serviceFor(path).orElse(null);
        if (service == null) {
            pages.accept(request);
        } else {
            forward(request, service);
        }
    }

    private void forward(HttpServerRequest request, String service) {
        var processes = instances.get(service);
        if (processes == null) {
            Problems.unavailable(request, service);
            return;
        }
        request.pause();
        sayWhoAsks(request);
        new Forwarding(client, request, service, processes.inTurn()).begin();
    }

    private static void sayWhoAsks(HttpServerRequest request) {
        CLAIMS.forEach(request.headers()::remove);
        request.headers().set("X-Forwarded-For", request.remoteAddress().hostAddress());
        request.headers().set("X-Forwarded-Proto", "http");
        var asked = request.getHeader("Host");
        if (asked != null) {
            request.headers().set("X-Forwarded-Host", asked);
        } else {
            request.headers().remove("X-Forwarded-Host");
        }
    }

    private static <T> T await(Future<T> future, String what) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Fault("%s: %s".formatted(what, String.valueOf(e.getCause())));
        } catch (TimeoutException e) {
            throw new Fault(what + " within 15 s.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(what + ": interrupted.");
        }
    }
}
