package club.panamia.kernel.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "epoll is Linux's")
class PacedTransportTest {

    private static final int CROWD = 200;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }

    @Test
    void isWhatVertxFinds() {
        assertThat(((VertxInternal) vertx).transport()).isInstanceOf(PacedTransport.class);
    }

    @Test
    void everybodyOfACrowdIsAccepted() throws Exception {
        var server = vertx.createNetServer().connectHandler(socket -> socket.handler(socket::write));
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(30, SECONDS);
        var client = vertx.createNetClient();
        var answers = Stream.generate(
                        () -> client.connect(server.actualPort(), "127.0.0.1").compose(PacedTransportTest::echo))
                .limit(CROWD)
                .toList();

        var all = Future.all(answers).toCompletionStage().toCompletableFuture().get(30, SECONDS);

        assertThat(all.<String>list()).hasSize(CROWD).containsOnly("Hola");
    }

    private static Future<String> echo(NetSocket socket) {
        return Future.future(answer -> {
            socket.handler(said -> answer.complete(said.toString()));
            socket.write("Hola");
        });
    }
}
