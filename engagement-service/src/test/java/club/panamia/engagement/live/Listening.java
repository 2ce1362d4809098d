package club.panamia.engagement.live;

import club.panamia.testing.http.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of an event stream: a real HTTP connection, read by a thread of its own. */
public final class Listening implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final StringBuffer heard = new StringBuffer();
    private final HttpResponse<InputStream> response;

    private Listening(HttpRequest request) {
        try {
            response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    public static Listening to(String url, @Nullable String sessionToken, @Nullable String last) {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
        if (sessionToken != null) {
            request.header("Cookie", Callers.COOKIE + "=" + sessionToken);
        }
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return new Listening(request.build());
    }

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return heard.toString();
    }

    /** Of the notifications that were heard as a whole. */
    public List<String> ids() {
        var text = text();
        var whole = text.substring(0, Math.max(0, text.lastIndexOf("\n\n")));
        return Arrays.stream(whole.split("\n\n"))
                .filter(event -> event.contains("event:notification"))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
