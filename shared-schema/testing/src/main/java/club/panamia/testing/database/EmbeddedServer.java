package club.panamia.testing.database;

import club.panamia.schema.PostgresUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** PostgreSQL 16 started by the tests themselves; also as root, where the binaries step down by a user namespace. */
final class EmbeddedServer {

    /** The server's own chatter; kept in a field, since a logger that nobody holds forgets its level. */
    private static final Logger CHATTER = Logger.getLogger("io.zonky.test.db.postgres");

    static {
        CHATTER.setLevel(Level.WARNING);
    }

    private EmbeddedServer() {}

    static PostgresUrl start() {
        try {
            var data = Files.createTempDirectory("pana-test-postgres");
            DataTemplate.copyTo(data);
            var server = open(data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
            return url(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddedPostgres open(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "300")
                .setServerConfig("fsync", "off")
                // What is known of a table changes when a test says so, and not by chance while it is empty between
                // two.
                .setServerConfig("autovacuum", "off")
                // Tests connect for each of their statements, and these passwords protect nothing.
                .setServerConfig("scram_iterations", "1")
                .start();
    }

    static PostgresUrl url(EmbeddedPostgres server) {
        return new PostgresUrl("127.0.0.1", server.getPort(), "postgres", "postgres", "postgres", null);
    }

    private static void stop(EmbeddedPostgres server, Path data) {
        try {
            server.close();
            Folders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
