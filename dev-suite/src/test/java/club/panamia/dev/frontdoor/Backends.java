package club.panamia.dev.frontdoor;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Services behind a front door; each is known by its port. */
final class Backends implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Void> secondEvent = new CompletableFuture<>();

    void sendTheSecondEvent() {
        secondEvent.complete(null);
    }

    /** A service that shows what reached it. */
    int showing() throws Exception {
        return listening(vertx.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(text -> socket.writeTextMessage(
                        text + " from " + socket.headers().get("X-Forwarded-For"))))
                .requestHandler(request -> {
                    switch (request.path()) {
                        case "/alive/mirror" -> request.body().onSuccess(request.response()::end);
                        case "/alive/break" -> request.connection().close();
                        case "/alive/events" -> {
                            request.response().setChunked(true).write("data: 1\n\n\n");
                            secondEvent.thenRun(() -> request.response().end("data: 2\n\n"));
                        }
                        default ->
                            request.body().onSuccess(body -> {
                                var headers = new JsonObject();
                                request.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
                                request.response()
                                        .putHeader("ETag", "\"1\"")
                                        .end(new JsonObject()
                                                .put("method", request.method().name())
                                                .put("uri", request.uri())
                                                .put("headers", headers)
                                                .put("body", body.toString())
                                                .encode());
                            });
                    }
                }));
    }

    /** One of two processes, both ready: it answers with this status, or breaks off where the other would not. */
    int answering(int status) throws Exception {
        return listening(vertx.createHttpServer().requestHandler(request -> {
            if (request.path().equals("/pair/broken") && status != 200) {
                request.connection().close();
            } else {
                var answer = request.path().startsWith("/q/") ? 200 : status;
                request.response().setStatusCode(answer).end("done");
            }
        }));
    }

    private static int listening(HttpServer server) throws Exception {
        return server.listen(0, "127.0.0.1")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
