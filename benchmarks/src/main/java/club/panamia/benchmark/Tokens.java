package club.panamia.benchmark;

import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Access tokens, as auth-service gives them for the sessions of {@link People}. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Tokens() {}

    /** The header's value. auth-service makes its first key when it has started, so that one has to wait for the first. */
    static String bearer(Stage stage, int person) {
        var header = new AtomicReference<>("");
        if (!Waiting.until(PATIENCE, PAUSE, () -> ask(stage, person, header))) {
            throw new Fault("There is no token within %d seconds.".formatted(PATIENCE.toSeconds()));
        }
        return Objects.requireNonNull(header.get());
    }

    private static boolean ask(Stage stage, int person, AtomicReference<String> header) {
        try (var http = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:%d/api/auth/token".formatted(stage.port(SuiteService.AUTH)));
            var question = HttpRequest.newBuilder(uri)
                    .header("Cookie", "authjs.session-token=" + People.sessionToken(person))
                    .header("Origin", stage.publicUrl())
                    .POST(BodyPublishers.noBody())
                    .build();
            var answer =
                    TOKEN.matcher(http.send(question, BodyHandlers.ofString()).body());
            var given = answer.find();
            header.set(given ? "Bearer " + answer.group(1) : "");
            return given;
        } catch (IOException e) {
            throw new Fault("auth-service does not answer: %s".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
