package club.panamia.k8s.rollout;

import club.panamia.dev.database.Postgres;
import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.Ports;
import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;

/** A hot standby that follows the test's PostgreSQL by streaming, made of a copy that is taken while that one runs. */
final class Standby {

    private final PostgresUrl url;
    private final Postgres server;

    private Standby(PostgresUrl url, Postgres server) {
        this.url = url;
        this.server = server;
    }

    static Standby of(LocalDatabase database) throws IOException, SQLException {
        var primary = database.url(DatabaseUrls.SUPERUSER);
        var data = database.folder("standby");
        copy(database, data);
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s sslmode=require'\n"
                        .formatted(primary.port(), primary.user(), primary.password()),
                StandardOpenOption.APPEND);
        Files.createFile(data.resolve("standby.signal"));
        var url = new PostgresUrl(
                primary.host(), Ports.free().postgres(), primary.database(), primary.user(), primary.password(), null);
        var server = Postgres.start(database.children(), data, url, database.folder("standby.log"));
        server.mustBecomeReady(url);
        return new Standby(url, server);
    }

    int port() {
        return url.port();
    }

    List<String> ask(String question) {
        return LocalDatabase.ask(url, question);
    }

    void stop() {
        server.stop();
    }

    /** PostgreSQL's own way (26.3.3 of its manual): what is written meanwhile comes by the log. */
    private static void copy(LocalDatabase database, Path target) throws IOException, SQLException {
        try (var connection = Postgres.connect(database.url(DatabaseUrls.SUPERUSER));
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('standby', true)");
            copyFiles(database.data(), target);
            var label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)");
            label.next();
            Files.writeString(target.resolve("backup_label"), label.getString(1));
        }
    }

    private static void copyFiles(Path source, Path target) throws IOException {
        List<Path> all;
        try (var files = Files.walk(source)) {
            all = files.toList();
        }
        for (var file : all) {
            var path = source.relativize(file);
            if (isCopied(file, path)) {
                copyFile(file, target.resolve(path));
            }
        }
    }

    /** The log comes from the primary, and who runs there is its own business. */
    private static boolean isCopied(Path file, Path path) {
        return Files.isDirectory(file) || !(path.startsWith("pg_wal") || path.startsWith("postmaster.pid"));
    }

    private static void copyFile(Path file, Path target) throws IOException {
        try {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException goneMeanwhile) {
            // As pg_basebackup does: whatever vanishes is not needed.
        }
    }
}
