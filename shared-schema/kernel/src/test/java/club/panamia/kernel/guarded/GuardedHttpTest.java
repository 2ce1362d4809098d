package club.panamia.kernel.guarded;

import static club.panamia.testing.http.HttpStub.respond;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.panamia.kernel.guarded.Refused.Reason;
import club.panamia.testing.http.HttpStub;
import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final String ACTIVITY = "application/activity+json";
    private final HttpStub remote = new HttpStub();
    private final GuardedHttp http = Guarded.http(VERTX, Guarded.onOneMachine());

    @AfterEach
    void closeRemote() {
        remote.close();
    }

    @AfterAll
    static void closeVertx() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void takesAnAnswerForItsStatusWhateverComesWithIt() {
        remote.on("/inbox", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            respond(exchange, 202, "text/html", "x".repeat(2000));
        });
        var call = GuardedCall.post(url("/inbox"), ACTIVITY, new byte[0]).atMost(100);

        assertThat(Guarded.answer(http, call.forItsStatus()).status()).isEqualTo(202);
        assertThat(catchThrowableOfType(Refused.class, () -> Guarded.answer(http, call)))
                .isNotNull();
    }

    @Test
    void getsWhatIsThere() {
        remote.on("/users/ana", 200, ACTIVITY + "; charset=utf-8", "{\"name\": \"Añá\"}");

        var answer = Guarded.answer(
                http,
                GuardedCall.get(url("/users/ana?page=1#top"))
                        .accepting(ACTIVITY, "application/json")
                        .header("X-More", "yes"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"name\": \"Añá\"}");
        assertThat(answer.header("content-type")).contains(ACTIVITY + "; charset=utf-8");
        var asked = remote.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/users/ana?page=1");
        assertThat(asked.headers().get("Host")).containsExactly("localhost:" + remote.port());
        assertThat(asked.headers().get("Accept")).containsExactly(ACTIVITY + ", application/json");
        assertThat(asked.headers().get("X-more")).containsExactly("yes");
        assertThat(asked.headers()).doesNotContainKey("Traceparent");
    }

    @Test
    void postsABody() {
        remote.on("/inbox", 202, "text/plain", "thanks");

        var answer = Guarded.answer(http, GuardedCall.post(url("/inbox"), ACTIVITY, "{}".getBytes(UTF_8)));

        assertThat(answer.status()).isEqualTo(202);
        var asked = remote.asked().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.body()).isEqualTo("{}".getBytes(UTF_8));
        assertThat(asked.headers().get("Content-type")).containsExactly(ACTIVITY);
        assertThat(asked.headers().get("Content-length")).containsExactly("2");
    }

    @Test
    void passesOnWhateverStatusTheServerAnswers() {
        remote.on("/gone", 410, "text/html", "<p>gone</p>");

        var answer = Guarded.answer(http, GuardedCall.get(url("/gone")).accepting(ACTIVITY));

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.succeeded()).isFalse();
    }

    @Test
    void unpacksGzip() {
        remote.on("/packed", exchange -> packed(exchange, "hola ".repeat(1000).getBytes(UTF_8)));

        assertThat(Guarded.answer(http, GuardedCall.get(url("/packed"))).text()).isEqualTo("hola ".repeat(1000));
        assertThat(remote.asked().getFirst().headers().get("Accept-encoding")).containsExactly("gzip");
    }

    @Test
    void refusesThisMachineInProduction() {
        var strict = Guarded.http(
                VERTX,
                Guarded.guard(Map.of(
                        "pana.house.public-url",
                        "https://panamia.club",
                        "pana.guarded-http.more-ports",
                        String.valueOf(remote.port()))));

        var refused = catchThrowableOfType(
                Refused.class,
                () -> Guarded.answer(strict, GuardedCall.get(URI.create("https://localhost:" + remote.port() + "/"))));

        assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(remote.asked()).isEmpty();
    }

    @Test
    void takesABodyUpToItsLimit() {
        remote.on("/big", 200, "text/plain", "x".repeat(1 << 20));
        remote.on("/bigger", 200, "text/plain", "x".repeat(1 << 21));

        assertThat(Guarded.answer(http, GuardedCall.get(url("/big"))).body()).hasSize(1 << 20);
        assertThat(refusal(GuardedCall.get(url("/bigger")))).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(GuardedCall.get(url("/big")).atMost((1 << 20) - 1))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void stopsReadingAStreamThatDoesNotEnd() throws InterruptedException {
        var givenUp = new CountDownLatch(1);
        remote.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[8192]);
                }
            } catch (IOException closed) {
                givenUp.countDown();
            }
        });

        assertThat(refusal(GuardedCall.get(url("/endless")))).isEqualTo(Reason.TOO_LARGE);
        assertThat(givenUp.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesNoBombForAGift() {
        remote.on("/bomb", exchange -> packed(exchange, new byte[64 << 20]));

        assertThat(refusal(GuardedCall.get(url("/bomb")))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesAnEncodingThatItDidNotAskFor() {
        remote.on("/br", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            respond(exchange, 200, "text/plain", "squeezed");
        });
        remote.on("/liar", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            respond(exchange, 200, "text/plain", "not squeezed");
        });

        assertThat(refusal(GuardedCall.get(url("/br")))).isEqualTo(Reason.WRONG_TYPE);
        assertThat(refusal(GuardedCall.get(url("/liar")))).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void endsACallWhoseBodyDripsIn() throws InterruptedException {
        var givenUp = new CountDownLatch(1);
        remote.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
            } catch (IOException closed) {
                givenUp.countDown();
            }
        });
        var start = Instant.now();

        var reason = refusal(GuardedCall.get(url("/slow")).within(Duration.ofMillis(600)));

        assertThat(reason).isEqualTo(Reason.TOO_SLOW);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(600), Duration.ofSeconds(10));
        assertThat(givenUp.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/activity+json-not", ""})
    void refusesAnotherTypeThanItAskedFor(String type) {
        remote.on("/page", exchange -> {
            if (!type.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", type);
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
        });

        assertThat(refusal(GuardedCall.get(url("/page")).accepting(ACTIVITY))).isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void saysThatAServerIsNotThere() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        assertThat(refusal(GuardedCall.get(URI.create("http://localhost:" + closed + "/"))))
                .isEqualTo(Reason.UNREACHABLE);
        assertThat(refusal(GuardedCall.get(URI.create("http://nowhere.invalid/"))))
                .isEqualTo(Reason.UNKNOWN_HOST);
    }

    private URI url(String path) {
        return URI.create(remote.url(path));
    }

    private Reason refusal(GuardedCall call) {
        return catchThrowableOfType(Refused.class, () -> Guarded.answer(http, call))
                .reason();
    }

    private static void packed(HttpExchange exchange, byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, bytes.size());
        bytes.writeTo(exchange.getResponseBody());
    }
}
