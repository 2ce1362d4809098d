package club.panamia.dev.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.Secrets;
import club.panamia.dev.process.Children;
import club.panamia.schema.PostgresUrl;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgBouncerTest {

    @TempDir
    Path folder;

    @Test
    void letsInTheGivenRolesInTransactionMode() throws SQLException {
        Assumptions.assumeTrue(PgBouncer.installed().isPresent(), "PgBouncer is not installed; bin/test installs it");
        var ports = Ports.free();
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        var urls = new DatabaseUrls(ports, secrets, true);
        var postgres = Postgres.start(
                new Children(child -> {}), folder.resolve("data"), urls.direct("postgres"), folder.resolve("p.log"));
        postgres.mustBecomeReady(urls.direct("postgres"));
        Postgres.ensureDatabase(urls.direct("postgres"));
        execute(
                urls.direct("postgres"),
                "CREATE ROLE ana LOGIN PASSWORD '%s'".formatted(secrets.databasePassword("ana")));

        var pooler = PgBouncer.installed()
                .orElseThrow()
                .start(
                        new Children(child -> {}),
                        folder.resolve("pool"),
                        ports,
                        secrets,
                        List.of("ana"),
                        folder.resolve("b.log"));
        try {
            execute(urls.of("ana"), "SELECT 1");
            assertThatThrownBy(() -> execute(urls.of("stranger"), "SELECT 1")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> execute(urls.of("ana").withUser("ana", "wrong"), "SELECT 1"))
                    .isInstanceOf(SQLException.class);
        } finally {
            pooler.stop();
            postgres.stop();
        }
    }

    @Test
    void knowsSinceWhichVersionStatementsAreKeptApart() {
        assertThat(new PgBouncer(Path.of("p"), 1, 18).keepsPreparedStatements()).isFalse();
        assertThat(new PgBouncer(Path.of("p"), 1, 21).keepsPreparedStatements()).isTrue();
    }

    private static void execute(PostgresUrl url, String sql) throws SQLException {
        try (var connection = Postgres.connect(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
