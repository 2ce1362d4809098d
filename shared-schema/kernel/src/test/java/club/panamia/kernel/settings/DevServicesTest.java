package club.panamia.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.PostgresUrl;
import club.panamia.schema.SchemaVersion;
import club.panamia.testing.database.Sql;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.delegate.AbstractDatabaseDelegate;
import org.testcontainers.ext.ScriptUtils;

/** What {@code quarkus dev} finds in one service without {@code POSTGRES_URL}; only the container itself is not started here. */
class DevServicesTest {

    private static final String SCRIPTS = "quarkus.datasource.devservices.init-script-path";
    private static final String ENABLED = "quarkus.datasource.devservices.enabled";

    @Test
    void runsEveryMigrationInOrderOnPostgres16() {
        var config = config("dev", Map.of());

        assertThat(config.getValue("quarkus.datasource.devservices.image-name", String.class))
                .isEqualTo("postgres:16");
        assertThat(scripts(config))
                .containsExactlyElementsOf(SchemaVersion.built().migrations().stream()
                        .map("db/migrations/%s.sql"::formatted)
                        .toList())
                .allSatisfy(script -> assertThat(DevServicesTest.class.getResource("/" + script))
                        .isNotNull());
        assertThat(config.getOptionalValue(ENABLED, boolean.class)).isEmpty();
    }

    @Test
    void stayAwayFromTestsFromProductionAndFromAGivenDatabase() {
        var given = config("dev", Map.of("POSTGRES_URL", "postgres://pana_ops:secret@localhost:6432/pana"));

        assertThat(given.getValue(ENABLED, boolean.class)).isFalse();
        assertThat(given.getOptionalValue(SCRIPTS, String.class)).isEmpty();
        assertThat(config("test", Map.of()).getValue(ENABLED, boolean.class)).isFalse();
        assertThat(config("prod", Map.of()).getValue(ENABLED, boolean.class)).isFalse();
    }

    @Test
    void bringKeysThatHoldInDevelopmentAlone() {
        assertThat(config("dev", Map.of()).getOptionalValue("pana.encryption-keys", String.class))
                .isPresent();
        assertThat(config("prod", Map.of()).getOptionalValue("pana.encryption-keys", String.class))
                .isEmpty();
        assertThat(config("prod", Map.of()).getOptionalValue("pana.auth-secret", String.class))
                .isEmpty();
    }

    @Test
    void installTheSchemaAsTestcontainersRunsTheScripts() throws IOException {
        try (var server = EmbeddedPostgres.builder().start()) {
            var database = new Sql(
                    new PostgresUrl("127.0.0.1", server.getPort(), "postgres", "postgres", "postgres", null), null);

            try (var delegate = new ByJdbc(database)) {
                scripts(config("dev", Map.of())).forEach(script -> ScriptUtils.runInitScript(delegate, script));
            }

            assertThat(database.one(Long.class, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .isEqualTo(27);
            assertThat(database.run("INSERT INTO users (email) VALUES ('ana@example.org')"))
                    .isOne();
        }
    }

    @Test
    void serveOnlyInDevelopmentAndWithoutAnAddress() {
        assertThat(PanaService.leavesAllToDevServices(Map.of())).isFalse();

        System.setProperty("vertxweb.environment", "dev");
        try {
            assertThat(PanaService.leavesAllToDevServices(Map.of())).isTrue();
            assertThat(PanaService.leavesAllToDevServices(Map.of("POSTGRES_URL", "postgres://u@h/d")))
                    .isFalse();
            assertThat(PanaService.leavesAllToDevServices(Map.of("POSTGRES_URL_FILE", "/run/url")))
                    .isFalse();
        } finally {
            System.clearProperty("vertxweb.environment");
        }
    }

    private static List<String> scripts(SmallRyeConfig config) {
        return config.getValues(SCRIPTS, String.class);
    }

    /** The kernel's defaults as a service reads them, in an environment of our own. */
    private static SmallRyeConfig config(String profile, Map<String, String> environment) {
        try {
            var defaults = Path.of("src/main/resources/META-INF/microprofile-config.properties")
                    .toUri()
                    .toURL();
            return new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(defaults, 100))
                    .withSources(new PropertiesConfigSource(environment, "environment", 300))
                    .withSources(new HouseConfig())
                    .addDefaultInterceptors()
                    .withProfile(profile)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a container of Testcontainers does with the statements of a script, without the container. */
    private static final class ByJdbc extends AbstractDatabaseDelegate<Connection> {

        private final Sql database;

        private ByJdbc(Sql database) {
            this.database = database;
        }

        @Override
        protected Connection createNewConnection() {
            try {
                return database.open();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void execute(String sql, String script, int line, boolean goOn, boolean dropsMayFail) {
            try (var statement = getConnection().createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("%s: %s".formatted(script, e.getMessage()), e);
            }
        }

        @Override
        protected void closeConnectionQuietly(Connection connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
