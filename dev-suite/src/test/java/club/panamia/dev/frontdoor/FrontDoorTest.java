package club.panamia.dev.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Backends backends = new Backends();
    private FrontDoor frontDoor;
    private int port;

    @BeforeEach
    void open() throws Exception {
        var alive = backends.showing();
        var ports = Map.of(
                "alive",
                List.of(alive),
                "dead",
                List.of(Backends.closedPort()),
                "half",
                List.of(Backends.closedPort(), alive),
                "pair",
                List.of(backends.answering(503), backends.answering(200)));
        var routes = Map.of("/alive", "alive", "/dead", "dead", "/half", "half", "/pair", "pair");
        frontDoor = new FrontDoor(new Routes(routes), ports, Problems::notFound);
        port = frontDoor.start(0);
    }

    @AfterEach
    void close() throws Exception {
        frontDoor.close();
        backends.close();
    }

    @Test
    void passesMethodPathQueryAndBody() throws Exception {
        var answer = send(request("/alive/echo?q=caf%C3%A9").method("PATCH", BodyPublishers.ofString("{\"a\":1}")));

        var seen = new JsonObject(answer.body());
        assertThat(seen.getString("method")).isEqualTo("PATCH");
        assertThat(seen.getString("uri")).isEqualTo("/alive/echo?q=caf%C3%A9");
        assertThat(seen.getString("body")).isEqualTo("{\"a\":1}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    }

    @Test
    void passesALargeBodyBothWays() throws Exception {
        var large = "0123456789".repeat(300_000);

        var answer = send(request("/alive/mirror").POST(BodyPublishers.ofString(large)));

        assertThat(answer.body()).isEqualTo(large);
    }

    @Test
    void overwritesWhatAClientClaimsAboutItself() throws Exception {
        var answer = send(request("/alive/echo")
                .header("X-Forwarded-For", "10.1.2.3")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=10.1.2.3")
                .header("X-Real-IP", "10.1.2.3"));

        var headers = new JsonObject(answer.body()).getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("localhost:" + port);
        assertThat(headers.getString("host")).isEqualTo("localhost:" + port);
        assertThat(headers.containsKey("forwarded")).isFalse();
        assertThat(headers.containsKey("x-real-ip")).isFalse();
    }

    @Test
    void passesAnEventStreamAsItComes() throws Exception {
        var answer = http.send(request("/alive/events").build(), BodyHandlers.ofInputStream());

        try (var events = answer.body()) {
            assertThat(new String(events.readNBytes(10), StandardCharsets.UTF_8))
                    .isEqualTo("data: 1\n\n\n");
            // The service sends the second one only now, so the first cannot have waited for it.
            backends.sendTheSecondEvent();
            assertThat(new String(events.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("data: 2\n\n");
        }
    }

    @Test
    void passesWebSocketsBothWays() throws Exception {
        var heard = new CompletableFuture<String>();
        var socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:%d/alive/socket".formatted(port)), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        heard.complete(text.toString());
                        return WebSocket.Listener.super.onText(from, text, last);
                    }
                })
                .get(10, TimeUnit.SECONDS);

        socket.sendText("hola", true).get(10, TimeUnit.SECONDS);

        assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("hola from 127.0.0.1");
        socket.abort();
    }

    @Test
    void saysWhichServiceIsDownAndWhenToTryAgain() throws Exception {
        var answer = send(request("/dead/anything").POST(BodyPublishers.ofString("body")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(new JsonObject(answer.body()).getString("detail")).isEqualTo("dead does not answer now.");
    }

    @Test
    void aServiceThatBreaksOffIsDownToo() throws Exception {
        var answer = send(request("/alive/break"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void asksAnotherProcessWhereOneDoesNotListen() throws Exception {
        for (var i = 0; i < 10; i++) {
            assertThat(send(request("/half/echo").POST(BodyPublishers.ofString("body")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void asksAnotherProcessForAReadThatWasRefusedOrBrokenOff() throws Exception {
        assertThat(send(request("/pair/full")).body()).isEqualTo("done");
        assertThat(send(request("/pair/broken")).body()).isEqualTo("done");
    }

    @Test
    void leavesAWriteThatWasRefusedToTheCaller() throws Exception {
        var answers = List.of(
                send(request("/pair/full").POST(BodyPublishers.noBody())).statusCode(),
                send(request("/pair/full").POST(BodyPublishers.noBody())).statusCode());

        assertThat(answers).containsExactlyInAnyOrder(503, 200);
    }

    @Test
    void aWebSocketToAServiceThatIsDownIsRefusedWith503() throws Exception {
        assertThat(rawStatus("GET /dead/socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                        + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"))
                .isEqualTo("HTTP/1.1 503 Service Unavailable");
    }

    @Test
    void aPathOfNobodyIsNotFound() throws Exception {
        var answer = send(request("/nobody"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String rawStatus(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(40), StandardCharsets.US_ASCII);
            return answer.substring(0, answer.indexOf('\r'));
        }
    }
}
