package club.panamia.k8s.rollout;

import club.panamia.dev.database.Migrator;
import club.panamia.dev.database.PgBouncer;
import club.panamia.dev.database.Postgres;
import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.Secrets;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.TreeOfFiles;
import club.panamia.dev.process.Children;
import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** PostgreSQL 16 with the suite's schema, which takes TLS connections only. One for all tests of this JVM. */
final class LocalDatabase {

    private static final Path ROOT = Path.of(System.getProperty("pana.root"));
    private static LocalDatabase shared;

    private final Children children = new Children(child -> {});
    private final Path home;
    private final Certificate certificate;
    private final DatabaseUrls urls;
    private final Path data;
    private final Postgres postgres;

    private LocalDatabase(Path home) throws IOException {
        this.home = home;
        this.certificate = Certificate.make(home);
        var folder = new SuiteFolder(ROOT, home);
        urls = new DatabaseUrls(Ports.free(), new Secrets(folder.secrets()), false);
        var superuser = urls.direct(DatabaseUrls.SUPERUSER);
        data = folder.postgres();
        postgres = Postgres.start(children, data, superuser, folder.log("postgres"));
        postgres.mustBecomeReady(superuser);
        Postgres.ensureDatabase(superuser);
        var migrator = new Migrator(children, folder, urls);
        migrator.roles();
        migrator.up();
        insistOnTls();
    }

    /** The one of this JVM; the first caller starts it, it ends with the JVM. Without a PgBouncer the caller's tests are skipped. */
    static synchronized LocalDatabase get() {
        Assumptions.assumeTrue(PgBouncer.installed().isPresent(), "PgBouncer is not installed; bin/test installs it");
        if (shared == null) {
            try {
                var started = new LocalDatabase(Files.createTempDirectory("pana-rollout"));
                Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
                shared = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    Children children() {
        return children;
    }

    Path folder(String name) {
        return home.resolve(name);
    }

    int port() {
        return urls.ports().postgres();
    }

    String password(String role) {
        return urls.secrets().databasePassword(role);
    }

    Secrets secrets() {
        return urls.secrets();
    }

    /** Of the certificate, which is its own authority. */
    String key() {
        return certificate.key();
    }

    /** Where PostgreSQL keeps its files. */
    Path data() {
        return data;
    }

    String authority() {
        return certificate.certificate();
    }

    /** Past any pooler, as this role. */
    PostgresUrl url(String role) {
        return urls.direct(role);
    }

    /** The first column of the answer, asked by the superuser. */
    List<String> ask(String question) {
        return ask(url(DatabaseUrls.SUPERUSER), question);
    }

    static List<String> ask(PostgresUrl server, String question) {
        try (var connection = Postgres.connect(server);
                var statement = connection.createStatement()) {
            var rows = new ArrayList<String>();
            for (var found = statement.execute(question);
                    found && statement.getResultSet().next(); ) {
                rows.add(statement.getResultSet().getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL refuses: " + question, e);
        }
    }

    private void insistOnTls() throws IOException {
        certificate.into(data);
        var rules = data.resolve("pg_hba.conf");
        Files.writeString(rules, """
                hostssl all,replication all 127.0.0.1/32 scram-sha-256
                hostssl all,replication all ::1/128 scram-sha-256
                """);
        ask("ALTER SYSTEM SET ssl = on");
        ask("SELECT pg_reload_conf()");
    }

    private void stop() {
        children.noMore().reversed().forEach(child -> child.stop());
        postgres.stop();
        TreeOfFiles.delete(home);
    }
}
