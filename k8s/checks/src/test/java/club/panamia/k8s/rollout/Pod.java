package club.panamia.k8s.rollout;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Waiting;
import club.panamia.k8s.pooler.RenderedPooler;
import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Overlay;
import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final Duration READY = Duration.ofSeconds(120);

    private final LocalDatabase database;
    private final SuiteService service;
    private final Manifests manifests;
    private final Ports ports = Ports.free();
    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private int replica;
    private Child pooler;
    private Child process;

    Pod(LocalDatabase database, SuiteService service, String name) {
        this(database, service, name, Overlay.PRODUCTION.manifests());
    }

    Pod(LocalDatabase database, SuiteService service, String name, Manifests manifests) {
        this.database = database;
        this.service = service;
        this.manifests = manifests;
        this.folder = database.folder(name);
        manifests
                .configMap("settings")
                .root()
                .at("data")
                .map()
                .forEach((key, value) -> settings.put("" + key, local("" + value)));
        settings.put("SECRETS_FOLDER", folder.resolve("secrets").toString());
        settings.put("HOST", "127.0.0.1");
        settings.put("PORT", Integer.toString(port()));
        // Debian's PgBouncer is older than the one of the image.
        settings.put("DB_CACHE_STATEMENTS", "false");
        settings.put("SHUTDOWN_DELAY", "2s");
        settings.put("JWKS_URL", "http://127.0.0.1:%d/jwks.json".formatted(ports.frontDoor()));
        writeSecrets();
        trusting(database.authority());
    }

    /** The authority by which the service knows a pooler that is not its pod's own. */
    Pod trusting(String authority) {
        write(folder.resolve("pooler-ca"), "ca.crt", authority);
        return this;
    }

    /** With a second address, for what may be a moment old. */
    Pod readingFrom(int replica) {
        this.replica = replica;
        secret("POSTGRES_URL_READ", url("pana_read").text());
        return this;
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
        return new RenderedPooler(folder.resolve("pgbouncer"), manifests, ports.pooler(), "localhost", postgres)
                .withUser(service.role(), database.password(service.role()))
                .withAuthority(database.authority())
                .withCertificate(database.authority(), database.key())
                .withReplica(replica);
    }

    /** In the order of Kubernetes: the sidecar first. */
    Pod start() {
        startPooler();
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
        return LocalHttp.status(port(), "/q/health/ready") == 200;
    }

    boolean isLive() {
        return LocalHttp.status(port(), "/q/health/live") == 200;
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

    /** The service holds still from here on, whatever reaches it (SIGSTOP). */
    void suspend() {
        process.signal("STOP");
    }

    void kill() {
        process.signal("KILL");
        if (!process.endsWithin(Duration.ofSeconds(10))) {
            throw process.fault("does not die.");
        }
    }

    void killPooler() {
        endPooler("KILL");
    }

    /** Lets it finish the transactions that run, as a newer PgBouncer does on SIGTERM. */
    void restartPooler() {
        endPooler("INT");
        startPooler();
    }

    void startPooler() {
        startPooler(pooler(database.port()));
    }

    private void endPooler(String signal) {
        pooler.signal(signal);
        if (!pooler.endsWithin(Duration.ofSeconds(5))) {
            throw pooler.fault("does not end.");
        }
    }

    String get(String path) {
        return LocalHttp.body(port(), path);
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

    private void writeSecrets() {
        secret("POSTGRES_URL", url("pana").text());
        secret("PANA_ENCRYPTION_KEYS", database.secrets().encryptionKeys());
        secret("AUTH_SECRET", database.secrets().authSecret());
    }

    /** A pooler that is not in the pod is known by the name in its certificate. */
    private PostgresUrl url(String name) {
        var host = manifests.find("Deployment", "pooler").isPresent() ? "localhost" : "127.0.0.1";
        return new PostgresUrl(host, ports.pooler(), name, service.role(), database.password(service.role()), null);
    }

    /** A path of the pod's as it is here. */
    private String local(String value) {
        return value.replace("/run/pooler-ca/", folder.resolve("pooler-ca") + "/");
    }

    private void secret(String name, String value) {
        write(folder.resolve("secrets"), name, value);
    }

    private static void write(Path folder, String name, String value) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve(name), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
