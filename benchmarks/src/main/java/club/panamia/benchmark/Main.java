package club.panamia.benchmark;

import club.panamia.benchmark.measure.Figures;
import club.panamia.benchmark.measure.Measurement;
import club.panamia.benchmark.stage.Peer;
import club.panamia.benchmark.stage.Stage;
import club.panamia.benchmark.stage.Way;
import club.panamia.dev.database.PgBouncer;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Fault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the benchmarks that are named, or all, and writes their tables into {@code benchmarks/README.md}. */
public final class Main {

    private static final List<Benchmark> ALL = List.of(new SessionCheck(), new JwtCheck(), new Jwks());
    private static final String SIGNATURES = "signatures";

    private Main() {}

    public static void main(String... arguments) throws SQLException {
        var root = Path.of(System.getProperty("pana.root", "."));
        var named = List.of(arguments);
        var wanted = ALL.stream()
                .filter(each -> named.isEmpty() || named.contains(each.name()))
                .toList();
        if (named.isEmpty() || named.contains(SIGNATURES)) {
            new Results(root).replace(SIGNATURES, Signatures.table() + "\n" + Results.machine() + "\n");
        }
        try {
            if (named.isEmpty() || named.contains(Directory.NAME)) {
                Directory.measure(root);
            }
            if (named.isEmpty() || named.contains(Articles.NAME)) {
                Articles.measure(root);
            }
            if (named.isEmpty() || named.contains(Notifications.NAME)) {
                Notifications.measure(root);
            }
            if (named.isEmpty() || named.contains(LiveStreams.NAME)) {
                LiveStreams.measure(root);
            }
            if (named.isEmpty() || named.contains(Mentoring.NAME)) {
                Mentoring.measure(root);
            }
            if (named.isEmpty() || named.contains(Timelines.NAME)) {
                Timelines.measure(root);
            }
            if (named.isEmpty() || named.contains(Documents.NAME)) {
                Documents.measure(root);
            }
            if (named.isEmpty() || named.contains(Federation.NAME)) {
                Federation.measure(root);
            }
            runAll(wanted, root);
        } catch (Fault fault) {
            System.err.println(fault.text());
            System.exit(1);
        }
    }

    private static void runAll(List<Benchmark> wanted, Path root) throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop"));
            for (var benchmark : wanted) {
                run(benchmark, stage, root);
            }
        }
    }

    private static void run(Benchmark benchmark, Stage stage, Path root) throws SQLException {
        try (var connection = stage.connect()) {
            benchmark.seed(connection);
        }
        var results = new Results(root);
        for (var way : ways(benchmark)) {
            measure(benchmark, stage, way, results);
        }
        results.write(benchmark);
    }

    private static List<Way> ways(Benchmark benchmark) {
        var ways = new ArrayList<>(List.of(Way.DIRECT));
        if (benchmark.asksTheDatabase() && PgBouncer.installed().isPresent()) {
            ways.add(Way.POOLED);
        }
        return ways;
    }

    private static void measure(Benchmark benchmark, Stage stage, Way way, Results results) {
        var needed = new HashSet<SuiteService>(benchmark.alsoNeeded());
        needed.add(benchmark.service());
        stage.start(needed, way);
        var calls = benchmark.calls(stage);
        var service = benchmark.service();
        var ours = Measurement.of(stage.pid(service), stage.port(service), calls, stage::transactions);
        var peer = peer(benchmark, stage);
        var title = benchmark.asksTheDatabase() ? way.title(poolerVersion()) : "none";
        results.ours(title, ours, peer, way == Way.DIRECT ? benchmark.barMicros() : 0);
        if (peer != null) {
            results.peer(title, peer);
        }
    }

    private static @Nullable Figures peer(Benchmark benchmark, Stage stage) {
        if (!Peer.isPossible()) {
            System.out.println("Node.js is not installed: no peer is measured.");
            return null;
        }
        try (var peer = Peer.start(stage, benchmark.name(), benchmark.service())) {
            return Measurement.of(peer.pid(), stage.peerPort(), benchmark.calls(stage), stage::transactions);
        }
    }

    private static String poolerVersion() {
        return PgBouncer.installed().map(PgBouncer::version).orElse("");
    }
}
