package club.panamia.dev.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.database.PgBouncer;
import club.panamia.dev.database.Postgres;
import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.Secrets;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Programs;
import club.panamia.liquibase.SchemaInstaller;
import club.panamia.liquibase.roles.SidecarBootstrap;
import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @auth/drizzle-adapter} from npm, unmodified, on our tables as a trusted sidecar ({@code shared-schema/testing/authjs}). */
class StockAdapterScriptTest {

    private static final Path SCRIPT = Path.of("..", "shared-schema", "testing", "authjs");
    private static final Duration INSTALL = Duration.ofMinutes(3);
    private static final Duration RUN = Duration.ofMinutes(1);
    private static final String ROLE = DatabaseUrls.TRUSTED_SIDECAR;

    @TempDir
    static Path folder;

    private static final Children CHILDREN = new Children(child -> {});
    private static DatabaseUrls urls;
    private static Postgres postgres;

    @BeforeAll
    static void startTheDatabaseAndInstallTheScript() throws SQLException {
        Assumptions.assumeTrue(
                Programs.find("node").isPresent() && Programs.find("npm").isPresent(),
                "Node.js is not installed: the stock Auth.js adapter is not tried");
        urls = new DatabaseUrls(Ports.free(), new Secrets(folder.resolve("secrets.properties")), true);
        var admin = urls.direct(DatabaseUrls.SUPERUSER);
        postgres = Postgres.start(CHILDREN, folder.resolve("data"), admin, folder.resolve("postgres.log"));
        postgres.mustBecomeReady(admin);
        Postgres.ensureDatabase(admin);
        SchemaInstaller.install(admin, urls.secrets()::databasePassword);
        try (var connection = Postgres.connect(admin)) {
            SidecarBootstrap.create(
                    connection,
                    DatabaseUrls.schemaOf(ROLE),
                    true,
                    Optional.of(urls.secrets().databasePassword(ROLE)));
        }
        run(INSTALL, Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.stop();
        }
    }

    @Test
    void createsReadsLinksUpdatesAndUnlinksDirectly() {
        assertThat(adapterOn(urls.direct(ROLE), "directly")).contains("# fail 0", "# pass 7");
    }

    @Test
    void createsReadsLinksUpdatesAndUnlinksThroughPgBouncer() {
        var program = PgBouncer.installed();
        Assumptions.assumeTrue(program.isPresent(), "PgBouncer is not installed; bin/test installs it");
        var pooler = program.orElseThrow()
                .start(
                        CHILDREN,
                        folder.resolve("pool"),
                        urls.ports(),
                        urls.secrets(),
                        List.of(ROLE),
                        folder.resolve("pgbouncer.log"));
        try {
            assertThat(adapterOn(urls.of(ROLE), "through PgBouncer")).contains("# fail 0", "# pass 7");
        } finally {
            pooler.stop();
        }
    }

    private static String adapterOn(PostgresUrl url, String way) {
        return run(RUN, Map.of("POSTGRES_URL", url.text(), "THROUGH", way), "node", "--test", "--test-reporter=tap");
    }

    private static String run(Duration patience, Map<String, String> settings, String... command) {
        var log = folder.resolve(command[0] + ".log");
        var child = Child.start(command[0], List.of(command), settings, SCRIPT, log);
        child.mustSucceed(patience);
        return text(log);
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
