package club.panamia.kernel.database;

import club.panamia.schema.PostgresUrl;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The way to a database, which can be shut with all who are on it, and opened again at the same port. */
final class ReplicaDoor {

    private final Vertx vertx;
    private final NetClient client;
    private final PostgresUrl database;
    private final Set<NetSocket> guests = ConcurrentHashMap.newKeySet();
    private NetServer server;
    private int port;

    ReplicaDoor(Vertx vertx, PostgresUrl database) {
        this.vertx = vertx;
        this.client = vertx.createNetClient();
        this.database = database;
        open();
    }

    int port() {
        return port;
    }

    void open() {
        server = await(vertx.createNetServer().connectHandler(this::letIn).listen(port, "127.0.0.1"));
        port = server.actualPort();
    }

    void shut() {
        await(server.close());
        guests.forEach(NetSocket::close);
    }

    private void letIn(NetSocket guest) {
        guest.pause();
        client.connect(database.port(), database.host())
                .onSuccess(host -> {
                    guests.add(guest);
                    host.pipeTo(guest);
                    guest.pipeTo(host);
                })
                .onFailure(refused -> guest.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The door sticks", e);
        }
    }
}
