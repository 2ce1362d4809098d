package club.panamia.auth.provider;

import club.panamia.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real OpenID provider as a process of its own: {@code src/test/provider}, for which {@code bin/test} runs {@code npm ci}. */
final class NodeProvider implements AutoCloseable {

    static final String CLIENT_ID = "pana";
    static final String CLIENT_SECRET = "a-client-secret-of-more-than-32-characters";

    private static final Path FOLDER = Path.of("src", "test", "provider");

    private final int port;
    private final Process process;

    private NodeProvider(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static boolean isInstalled() {
        return Files.isDirectory(FOLDER.resolve("node_modules/oidc-provider"));
    }

    static NodeProvider start(int port, List<String> redirectUris) {
        var command = new ArrayList<>(List.of("node", "provider.mjs", String.valueOf(port)));
        command.addAll(redirectUris);
        try {
            var process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "provider.log").toFile())
                    .start();
            var provider = new NodeProvider(port, process);
            Eventually.eventually("the provider answers", Duration.ofSeconds(60), provider::answers);
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(int port) {
        return "http://localhost:" + port;
    }

    /** A port on which nobody listens. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The provider has ended: see target/provider.log");
        }
        try (var client = HttpClient.newHttpClient()) {
            var discovery = URI.create(url(port) + "/.well-known/openid-configuration");
            return client.send(HttpRequest.newBuilder(discovery).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
