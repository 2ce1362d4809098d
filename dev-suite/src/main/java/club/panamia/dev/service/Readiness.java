package club.panamia.dev.service;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.SuiteService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks services whether they can work now. */
public final class Readiness {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Ports ports;

    public Readiness(Ports ports) {
        this.ports = ports;
    }

    /** False also when nobody answers within two seconds; never fails. */
    public CompletableFuture<Boolean> of(SuiteService service) {
        var question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/q/health/ready".formatted(ports.of(service))))
                .timeout(Duration.ofSeconds(2))
                .build();
        return http.sendAsync(question, BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() == 200)
                .exceptionally(e -> false);
    }
}
