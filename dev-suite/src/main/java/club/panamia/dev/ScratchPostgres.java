package club.panamia.dev;

import club.panamia.dev.database.Postgres;
import club.panamia.dev.layout.TreeOfFiles;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.LogManager;
import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An empty PostgreSQL 16 for whoever needs a server of its own for a while: prints its address and lives until its standard
 * input ends.
 */
public final class ScratchPostgres implements AutoCloseable {

    private final Path folder;
    private final Postgres server;
    private final PostgresUrl url;
    private boolean closed;

    private ScratchPostgres(Path folder, PostgresUrl url) {
        this.folder = folder;
        this.url = url;
        this.server =
                Postgres.start(new Children(child -> {}), folder.resolve("data"), url, folder.resolve("postgres.log"));
    }

    public static void main(String... arguments) throws IOException {
        LogManager.choose();
        try (var scratch = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(scratch::close, "stop"));
            System.out.println(scratch.url().text());
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (Fault fault) {
            System.err.println(fault.text());
            System.exit(1);
        }
    }

    /** Starts a server on a free port in a temporary folder; returns when it answers. */
    public static ScratchPostgres start() {
        try {
            var password =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            var url = new PostgresUrl("127.0.0.1", freePort(), "postgres", "postgres", password, null);
            var scratch = new ScratchPostgres(Files.createTempDirectory("scratch-postgres"), url);
            scratch.server.mustBecomeReady(url);
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PostgresUrl url() {
        return url;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.stop();
            TreeOfFiles.delete(folder);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
