package club.panamia.kernel.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.testing.database.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedTwiceTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void leavesOutWhatAFullPoolSaysAfterItsAnswer() throws Exception {
        var late = new CompletableFuture<Throwable>();
        vertx.exceptionHandler(late::complete);
        var full = full();
        var held = full.getConnection().await().atMost(SOON);

        assertThatThrownBy(() -> full.query("SELECT 1").execute().await().atMost(SOON))
                .hasMessageContaining("queue");

        var said = late.get(10, TimeUnit.SECONDS);
        assertThat(said).hasMessage("Result is already complete");
        assertThat(isWritten(said)).isFalse();
        held.close().await().atMost(SOON);
    }

    @Test
    void leavesEverythingElseIn() {
        assertThat(isWritten(new IllegalStateException("Result is already complete")))
                .isTrue();
        assertThat(isWritten(null)).isTrue();
    }

    private static boolean isWritten(Throwable thrown) {
        var line = new ExtLogRecord(Level.SEVERE, "Uncaught exception", "test");
        line.setThrown(thrown);
        return new Redaction().isLoggable(line);
    }

    private Pool full() {
        var url = TestDatabase.get().asAdmin();
        return PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(1)
                        .setMaxWaitQueueSize(0)
                        .setConnectionTimeout(1)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(new PgConnectOptions()
                        .setHost(url.host())
                        .setPort(url.port())
                        .setDatabase(url.database())
                        .setUser(url.user())
                        .setPassword(url.password()))
                .using(io.vertx.mutiny.core.Vertx.newInstance(vertx))
                .build();
    }
}
