package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Who is asking, by an access token: an RS256 signature verified offline, and a short JSON answer. */
final class JwtCheck implements Benchmark {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final int PEOPLE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    @Override
    public String name() {
        return "jwt-check";
    }

    @Override
    public String title() {
        return "JWT check (`GET /api/ops/me`)";
    }

    @Override
    public SuiteService service() {
        return SuiteService.OPS;
    }

    @Override
    public Set<SuiteService> alsoNeeded() {
        return Set.of(SuiteService.AUTH);
    }

    @Override
    public boolean asksTheDatabase() {
        return false;
    }

    @Override
    public int barMicros() {
        return 60;
    }

    @Override
    public void seed(Connection connection) throws SQLException {
        People.seed(connection, SessionCheck.SESSIONS);
    }

    /** auth-service makes its first key when it has started. */
    @Override
    public List<Call> calls(Stage stage) {
        if (!Waiting.until(PATIENCE, PAUSE, () -> token(stage, 0).isPresent())) {
            throw new IllegalStateException("no token within " + PATIENCE);
        }
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> token(stage, i).orElseThrow())
                .map(token -> Call.to("/api/ops/me").with("Authorization", "Bearer " + token))
                .toList();
    }

    private static Optional<String> token(Stage stage, int person) {
        try (var http = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:%d/api/auth/token".formatted(stage.port(SuiteService.AUTH)));
            var question = HttpRequest.newBuilder(uri)
                    .header("Cookie", "authjs.session-token=" + People.sessionToken(person))
                    .header("Origin", stage.publicUrl())
                    .POST(BodyPublishers.noBody())
                    .build();
            var answer = http.send(question, BodyHandlers.ofString()).body();
            return TOKEN.matcher(answer).results().map(found -> found.group(1)).findFirst();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
