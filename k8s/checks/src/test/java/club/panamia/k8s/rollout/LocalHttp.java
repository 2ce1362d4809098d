package club.panamia.k8s.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Questions to a process of this machine. */
final class LocalHttp {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private LocalHttp() {}

    static String body(int port, String path) {
        return answer(port, path).body();
    }

    /** 0 where nobody answers. */
    static int status(int port, String path) {
        try {
            return answer(port, path).statusCode();
        } catch (UncheckedIOException silent) {
            return 0;
        }
    }

    /** Its status. */
    static int post(int port, String path, String json) {
        var request = request(port, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return answer(request).statusCode();
    }

    private static HttpResponse<String> answer(int port, String path) {
        return answer(request(port, path).build());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .timeout(Duration.ofSeconds(5));
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }
}
