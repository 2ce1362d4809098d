package club.panamia.dev.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.mail.Mailbox;
import club.panamia.dev.mail.TestSender;
import io.vertx.core.json.JsonArray;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuitePagesTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private Mailbox mailbox;
    private TestSender sender;
    private FrontDoor frontDoor;
    private int port;

    @BeforeEach
    void open() throws Exception {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        mailbox = new Mailbox(port).start();
        sender = new TestSender(port);
        var ports = Arrays.stream(SuiteService.values()).collect(Collectors.toMap(s -> s, s -> 9001 + s.ordinal()));
        var index = new IndexPage(
                ports, service -> CompletableFuture.completedFuture(service == SuiteService.AUTH), "PostgreSQL <16>");
        frontDoor = new FrontDoor(new Routes(Map.of()), Map.of(), new SuitePages(index, mailbox));
        port = frontDoor.start(0);
    }

    @AfterEach
    void close() {
        frontDoor.close();
        mailbox.close();
    }

    @Test
    void theIndexLeadsToEveryServiceAndTellsWhichIsReady() throws Exception {
        var page = get("/").body();

        for (int i = 0; i < 7; i++) {
            assertThat(page).contains("href=\"http://localhost:%d/q/swagger-ui/\"".formatted(9001 + i));
            assertThat(page).contains("href=\"http://localhost:%d/q/health\"".formatted(9001 + i));
        }
        assertThat(page).contains("href=\"/dev/mail\"", "PostgreSQL &lt;16&gt;");
        assertThat(page).containsOnlyOnce(">ready<").contains(">not ready<");
    }

    @Test
    void programsReadTheMailsOfOneAddress() throws Exception {
        sender.send(
                "ana@example.org", "Tu enlace ñ", "http://localhost/a?b=c", "<a href='http://localhost/a?b=c'>x</a>");
        sender.send("bob@example.org", "Other", "text", "");

        var mails = new JsonArray(get("/dev/mail.json?to=ana%40example.org").body());

        assertThat(mails).hasSize(1);
        assertThat(mails.getJsonObject(0).getString("to")).isEqualTo("ana@example.org");
        assertThat(mails.getJsonObject(0).getString("subject")).isEqualTo("Tu enlace ñ");
        assertThat(mails.getJsonObject(0).getString("text")).isEqualTo("http://localhost/a?b=c");
        assertThat(mails.getJsonObject(0).getString("html")).contains("<a href=");
        assertThat(mails.getJsonObject(0).getJsonArray("links")).containsExactly("http://localhost/a?b=c");
        assertThat(new JsonArray(get("/dev/mail.json").body())).hasSize(2);
    }

    @Test
    void aMailCannotWriteIntoThePage() throws Exception {
        sender.send("ana@example.org", "<script>alert(1)</script>", "<b>text</b>", "<script>alert(2)</script>");

        assertThat(get("/dev/mail").body()).doesNotContain("<script>");
        assertThat(get("/dev/mail/1").body()).doesNotContain("<script>").contains("&lt;b&gt;text&lt;/b&gt;");
        assertThat(get("/dev/mail/1/html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/dev/mail/99").statusCode()).isEqualTo(404);
        assertThat(get("/dev/mail/99999999999999999999").statusCode()).isEqualTo(404);
        assertThat(get("/dev/none").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
