package club.panamia.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Semaphore oneAtATime = new Semaphore(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/right") ? 200 : 500, -1);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            oneAtATime.acquireUninterruptibly();
            try {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            } finally {
                oneAtATime.release();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/never", exchange -> {});
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAsOftenAsItWasTold() {
        try (var load = new Load(port(), List.of(Call.to("/right")))) {
            assertThat(load.steady(50, Duration.ofSeconds(1)).count()).isEqualTo(50);
        }
        assertThat(asked).hasValue(50);
    }

    @Test
    void takesTheCallsInTurnsAndCountsWrongAnswers() {
        try (var load = new Load(port(), List.of(Call.to("/right"), Call.to("/wrong")))) {
            var answers = load.steady(50, Duration.ofSeconds(1));

            assertThat(answers.failures()).isEqualTo(25);
        }
    }

    /** A server that manages 50 a second falls behind 100 a second, and whoever comes last has waited for all before them. */
    @Test
    void countsWaitingFromTheAppointedTime() {
        try (var load = new Load(port(), List.of(Call.to("/slow")))) {
            assertThat(load.steady(100, Duration.ofSeconds(1)).percentile(99)).isGreaterThan(500);
        }
    }

    @Test
    void countsThoseWhoWereNeverServed() {
        try (var load = new Load(port(), List.of(Call.to("/never")), Duration.ofMillis(200))) {
            var answers = load.steady(10, Duration.ofSeconds(1));

            assertThat(answers.failures()).isEqualTo(10);
            assertThat(answers.percentile(50)).isGreaterThanOrEqualTo(1200);
        }
    }

    @Test
    void keepsAServerBusy() {
        try (var load = new Load(port(), List.of(Call.to("/right")))) {
            assertThat(load.saturating(Duration.ofMillis(300)).count()).isGreaterThan(50);
        }
    }

    @Test
    void asksEachOnceAndWaitsForAll() {
        var calls = List.of(Call.to("/right"), Call.post("/right", "{}").expecting(200), Call.to("/wrong"));
        try (var load = new Load(port(), calls, 2)) {
            var answers = load.once();

            assertThat(answers.count()).isEqualTo(3);
            assertThat(answers.failures()).isEqualTo(1);
        }
        assertThat(asked).hasValue(3);
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
