package club.panamia.benchmark.stage;

import club.panamia.dev.database.PgBouncer;
import club.panamia.dev.database.Postgres;
import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.Secrets;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.layout.SuiteSettings;
import club.panamia.dev.layout.TreeOfFiles;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Waiting;
import club.panamia.dev.service.Readiness;
import club.panamia.liquibase.SchemaInstaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A PostgreSQL with our schema on free ports of loopback, and beside it whatever is measured; ends with all its processes. */
public final class Stage implements AutoCloseable {

    /** As an image would set it: a small heap and the compiler's full care. */
    private static final List<String> JVM = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Xmn32m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final Duration START = Duration.ofSeconds(60);

    private final SuiteFolder folder;
    private final Ports ports = Ports.free();
    private final Secrets secrets;
    private final Children children = new Children(child -> {});
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Map<SuiteService, Child> services = new HashMap<>();
    private Way way = Way.DIRECT;

    private Stage(SuiteFolder folder) {
        this.folder = folder;
        this.secrets = new Secrets(folder.secrets());
    }

    /** Starts the database; {@code root} is the checkout with its packaged services. */
    public static Stage open(Path root) {
        try {
            return new Stage(new SuiteFolder(root, Files.createTempDirectory("pana-benchmark"))).withDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stage withDatabase() {
        try {
            startDatabase();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startDatabase() {
        undo.push(() -> TreeOfFiles.delete(folder.home()));
        var admin = urls().direct(DatabaseUrls.SUPERUSER);
        var postgres = Postgres.start(children, folder.postgres(), admin, folder.log("postgres"));
        undo.push(postgres::stop);
        postgres.mustBecomeReady(admin);
        Postgres.ensureDatabase(admin);
        SchemaInstaller.install(admin, secrets::databasePassword);
        PgBouncer.installed().ifPresent(this::startPooler);
    }

    private void startPooler(PgBouncer pooler) {
        var roles = Arrays.stream(SuiteService.values()).map(SuiteService::role).toList();
        undo.push(pooler.start(children, folder.pooler(), ports, secrets, roles, folder.log("pgbouncer"))::stop);
    }

    /** Starts the services, or starts them again, to reach the database by {@code wantedWay}. */
    public void start(Collection<SuiteService> wanted, Way wantedWay) {
        start(wanted, wantedWay, Map.of());
    }

    /** The same, with settings beside those of the suite; a process takes them from its environment under any name. */
    public void start(Collection<SuiteService> wanted, Way wantedWay, Map<String, String> more) {
        stopServices();
        way = wantedWay;
        var settings = new SuiteSettings(ports, secrets, urls(), way.cachesStatements(), folder.media());
        wanted.forEach(service -> services.put(service, start(service, settings, more)));
        var readiness = new Readiness(ports);
        var ready = Waiting.until(
                START,
                Duration.ofMillis(100),
                () -> wanted.stream().allMatch(each -> readiness.of(each).join()));
        if (!ready) {
            throw new Fault(
                    "Not all of %s became ready.".formatted(wanted),
                    folder.log(wanted.iterator().next().module()));
        }
    }

    private Child start(SuiteService service, SuiteSettings settings, Map<String, String> more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        var environment = new HashMap<>(settings.of(service));
        // As in the manifests.
        environment.put("EVENT_LOOPS", "1");
        environment.putAll(more);
        return children.start(
                service.module(), command, environment, folder.app(service.module()), folder.log(service.module()));
    }

    private void stopServices() {
        services.values().forEach(Child::stop);
        services.clear();
    }

    public Children children() {
        return children;
    }

    public Path log(String name) {
        return folder.log(name);
    }

    public Path root() {
        return folder.root();
    }

    public String publicUrl() {
        return "http://localhost:" + ports.frontDoor();
    }

    public int port(SuiteService service) {
        return ports.of(service);
    }

    /** For the peer, where no service listens. */
    public int peerPort() {
        return ports.smtp();
    }

    public long pid(SuiteService service) {
        return Objects.requireNonNull(services.get(service)).pid();
    }

    /** By which role and way a service, or the peer in its place, reaches the database. */
    public String databaseUrl(SuiteService service) {
        return urls().of(service.role()).text();
    }

    public Way way() {
        return way;
    }

    public Connection connect() throws SQLException {
        return Postgres.connect(urls().direct(DatabaseUrls.SUPERUSER));
    }

    /** Transactions that the database has committed so far; it counts with a second's delay. */
    public long transactions() {
        return (long) statistic("xact_commit");
    }

    /** How long the database has executed statements so far, all sessions together; it counts with a second's delay. */
    public double databaseMillis() {
        return statistic("active_time");
    }

    private double statistic(String name) {
        Waiting.sleep(Duration.ofMillis(1500));
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT %s FROM pg_stat_database WHERE datname = current_database()".formatted(name))) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DatabaseUrls urls() {
        return new DatabaseUrls(ports, secrets, way == Way.POOLED);
    }

    /** Also when somebody ends the benchmark early; the second time it does nothing. */
    @Override
    public synchronized void close() {
        children.noMore();
        stopServices();
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
