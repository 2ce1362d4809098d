package club.panamia.social.live;

import club.panamia.testing.http.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of an event stream: a real HTTP connection, read by a thread of its own. */
final class Listening implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuffer heard = new StringBuffer();
    private final HttpResponse<InputStream> response;

    private Listening(HttpRequest request) {
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    static Listening to(String url, @Nullable String sessionToken, @Nullable String last) {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
        if (sessionToken != null) {
            request.header("Cookie", Callers.COOKIE + "=" + sessionToken);
        }
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return new Listening(request.build());
    }

    int status() {
        return response.statusCode();
    }

    String text() {
        return heard.toString();
    }

    /** Of the events that were heard as a whole. */
    List<String> ids() {
        var text = text();
        var whole = text.substring(0, Math.max(0, text.lastIndexOf("\n\n")));
        return whole.lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read() {
        try (var body = response.body()) {
            var buffer = new byte[4096];
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            heard.append("\n: closed");
        }
    }
}
