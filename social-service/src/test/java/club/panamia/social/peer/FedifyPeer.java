package club.panamia.social.peer;

import club.panamia.social.signature.Form;
import club.panamia.testing.http.Callers;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Another implementation, Fedify, as a process of its own: {@code src/test/peer}, for which {@code bin/test} runs {@code npm ci}. */
final class FedifyPeer implements AutoCloseable {

    private static final Path FOLDER = Path.of("src", "test", "peer");

    private final Process process;
    private final BufferedReader said;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    private FedifyPeer(Process process) throws IOException {
        this.process = process;
        this.said = process.inputReader();
        var line = said.readLine();
        if (line == null) {
            throw new IllegalStateException("The peer has ended: see target/fedify.log");
        }
        this.port = Integer.parseInt(line);
    }

    static boolean isInstalled() {
        return Files.isDirectory(FOLDER.resolve("node_modules/@fedify/fedify"));
    }

    /** @param servicePort where the service listens that calls itself {@link Callers#PUBLIC_URL} */
    static FedifyPeer start(int servicePort, Form firstForm) {
        var first = firstForm == Form.CAVAGE ? "draft-cavage-http-signatures-12" : "rfc9421";
        try {
            return new FedifyPeer(
                    new ProcessBuilder("node", "peer.mjs", Callers.PUBLIC_URL, String.valueOf(servicePort), first)
                            .directory(FOLDER.toFile())
                            .redirectError(Path.of("target", "fedify.log").toFile())
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String host() {
        return "localhost:" + port;
    }

    String actor(String name) {
        return "http://" + host() + "/users/" + name;
    }

    /** One of its actors does something; returns the activity's id, and its object's. */
    JsonObject act(String who, String does, String to, Map<String, ?> more) {
        var act = new JsonObject().put("who", who).put("does", does).put("to", to);
        more.forEach(act::put);
        return new JsonObject(ask("/test/acts", act));
    }

    /** What has come in of a type, as it was understood. */
    List<JsonObject> heard(String type) {
        return new JsonArray(ask("/test/heard", new JsonObject()))
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(activity -> type.equals(activity.getString("type")))
                        .toList();
    }

    /** What it understands of a document of ours. */
    JsonObject read(String uri) {
        return new JsonObject(ask("/test/read", new JsonObject().put("url", uri)));
    }

    /** One of its actors says that they are somebody else, too. */
    void isAlso(String who, String alias) {
        ask("/test/aliases", new JsonObject().put("who", who).put("alias", alias));
    }

    private String ask(String path, JsonObject body) {
        var request = HttpRequest.newBuilder(URI.create("http://" + host() + path))
                .POST(BodyPublishers.ofString(Json.encode(body)))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
