package club.panamia.benchmark.stage;

import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Programs;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The peer: one Node process with Drizzle and postgres.js that answers the same with the same query ({@code benchmarks/peer}). */
public final class Peer implements AutoCloseable {

    private static final Duration INSTALL = Duration.ofMinutes(3);
    private static final Duration START = Duration.ofSeconds(10);

    private final Child process;

    private Peer(Child process) {
        this.process = process;
    }

    public static boolean isPossible() {
        return Programs.find("node").isPresent() && Programs.find("npm").isPresent();
    }

    /** Starts it in the place of {@code service}, with that one's role and way to the database. */
    public static Peer start(Stage stage, String route, SuiteService service) {
        var folder = stage.root().resolve("benchmarks").resolve("peer");
        install(stage, folder);
        var settings = Map.of(
                "POSTGRES_URL", stage.databaseUrl(service),
                "PREPARE", Boolean.toString(stage.way().cachesStatements()),
                "PORT", Integer.toString(stage.peerPort()),
                "PUBLIC_URL", stage.publicUrl(),
                "JWKS_URL", "http://127.0.0.1:%d/.well-known/jwks.json".formatted(stage.port(SuiteService.AUTH)));
        var child = stage.children()
                .start("peer", List.of("node", "server.js", route), settings, folder, stage.log("peer"));
        if (!Waiting.until(START, Duration.ofMillis(50), () -> listens(stage.peerPort()))) {
            throw child.fault("does not listen.");
        }
        return new Peer(child);
    }

    public long pid() {
        return process.pid();
    }

    private static void install(Stage stage, Path folder) {
        stage.children()
                .start(
                        "npm",
                        List.of("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline"),
                        Map.of(),
                        folder,
                        stage.log("npm"))
                .mustSucceed(INSTALL);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.stop();
    }
}
