package club.panamia.k8s.rollout;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Waiting;
import club.panamia.k8s.pooler.RenderedPooler;
import club.panamia.k8s.render.Overlay;
import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pod of production is, as processes of this machine: PgBouncer on the rendered settings, and beside it a packaged service
 * with the rendered settings and its secrets in a folder.
 */
final class Pod {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration READY = Duration.ofSeconds(120);

    private final LocalDatabase database;
    private final SuiteService service;
    private final Ports ports = Ports.free();
    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private Child pooler;
    private Child process;

    Pod(LocalDatabase database, SuiteService service, String name) {
        this.database = database;
        this.service = service;
        this.folder = database.folder(name);
        var manifests = Overlay.PRODUCTION.manifests();
        manifests
                .configMap("settings")
                .root()
                .at("data")
                .map()
                .forEach((key, value) -> settings.put("" + key, "" + value));
        settings.put("SECRETS_FOLDER", folder.resolve("secrets").toString());
        settings.put("HOST", "127.0.0.1");
        settings.put("PORT", Integer.toString(port()));
        // Debian's PgBouncer is older than the one of the image.
        settings.put("DB_CACHE_STATEMENTS", "false");
        settings.put("SHUTDOWN_DELAY", "2s");
        settings.put("JWKS_URL", "http://127.0.0.1:%d/jwks.json".formatted(ports.frontDoor()));
        writeSecrets();
    }

    Pod with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    int port() {
        return ports.of(service);
    }

    /** The pooler on the rendered settings, with PostgreSQL where it is said to be. */
    RenderedPooler pooler(int postgres) {
        return new RenderedPooler(
                        folder.resolve("pgbouncer"),
                        Overlay.PRODUCTION.manifests(),
                        ports.pooler(),
                        "localhost",
                        postgres)
                .withUser(service.role(), database.password(service.role()))
                .withAuthority(database.authority());
    }

    /** In the order of Kubernetes: the sidecar first. */
    Pod start() {
        startPooler(pooler(database.port()));
        startService();
        return this;
    }

    void startPooler(RenderedPooler settings) {
        pooler = settings.start(database.children());
    }

    void startService() {
        var app = app(service.module());
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                "quarkus-run.jar");
        process = database.children().start(service.module(), command, settings, app, folder.resolve("service.log"));
    }

    Pod mustBecomeReady() {
        if (!Waiting.until(READY, Duration.ofMillis(100), () -> isReady() || hasEnded())) {
            throw process.fault("is not ready.");
        }
        process.mustBeAlive();
        return this;
    }

    boolean isReady() {
        return status("/q/health/ready") == 200;
    }

    boolean isLive() {
        return status("/q/health/live") == 200;
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    /** SIGTERM to the service, and to its pooler when the service has ended, as the kubelet does with a native sidecar. */
    void terminate() {
        process.askToEnd();
        if (!process.endsWithin(Duration.ofSeconds(40))) {
            throw process.fault("does not end.");
        }
        pooler.stop();
    }

    void killPooler() {
        pooler.signal("KILL");
        if (!pooler.endsWithin(Duration.ofSeconds(5))) {
            throw pooler.fault("does not end.");
        }
    }

    void restartPooler() {
        startPooler(pooler(database.port()));
    }

    String get(String path) {
        return answer(path).body();
    }

    String log() {
        return text("service.log");
    }

    String poolerLog() {
        return text("pgbouncer/pgbouncer.log");
    }

    int exitCode() {
        return process.exitCode();
    }

    /** The folder of a packaged program. */
    static Path app(String module) {
        var root = Path.of(System.getProperty("pana.root"));
        return SuiteFolder.of(root).app(module);
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(String path) {
        try {
            return answer(path).statusCode();
        } catch (UncheckedIOException silent) {
            return 0;
        }
    }

    private HttpResponse<String> answer(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    private void writeSecrets() {
        var url = new PostgresUrl(
                "127.0.0.1", ports.pooler(), "pana", service.role(), database.password(service.role()), null);
        secret("POSTGRES_URL", url.text());
        secret("PANA_ENCRYPTION_KEYS", database.secrets().encryptionKeys());
        secret("AUTH_SECRET", database.secrets().authSecret());
    }

    private void secret(String name, String value) {
        try {
            var file = Files.createDirectories(folder.resolve("secrets")).resolve(name);
            Files.writeString(file, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
