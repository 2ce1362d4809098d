package club.panamia.kernel.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcceptInTurnsTest {

    private final EmbeddedChannel server = new EmbeddedChannel(new AcceptInTurns());

    @Test
    void whoComesAloneIsAcceptedAtOnce() {
        assertThat(server.config().isAutoRead()).isTrue();
    }

    @Test
    void afterAFewItPausesAndGoesOn() {
        server.freezeTime();
        server.pipeline().fireChannelReadComplete();
        assertThat(server.config().isAutoRead()).isFalse();

        server.advanceTimeBy(4, TimeUnit.MILLISECONDS);
        server.runScheduledPendingTasks();

        assertThat(server.config().isAutoRead()).isTrue();
    }

    @Test
    void aServerThatEndsMeanwhileIsLeftAlone() {
        server.freezeTime();
        server.pipeline().fireChannelReadComplete();
        server.close();

        server.advanceTimeBy(4, TimeUnit.MILLISECONDS);
        server.runScheduledPendingTasks();

        assertThat(server.config().isAutoRead()).isFalse();
    }
}
