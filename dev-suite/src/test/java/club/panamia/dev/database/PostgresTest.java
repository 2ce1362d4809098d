package club.panamia.dev.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import club.panamia.schema.PostgresUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @TempDir
    Path folder;

    private final PostgresUrl superuser =
            new PostgresUrl("127.0.0.1", Ports.free().postgres(), "pana", "postgres", "se'cret", null);
    private @Nullable Postgres running;

    @AfterEach
    void stop() {
        if (running != null) {
            running.stop();
        }
    }

    @Test
    void keepsItsDataFromOneRunToTheNext() throws SQLException {
        start();
        Postgres.ensureDatabase(superuser);
        execute("CREATE TABLE kept AS SELECT 'hola' AS word");
        running.stop();

        start();
        Postgres.ensureDatabase(superuser);

        assertThat(ask("SELECT word FROM kept")).isEqualTo("hola");
        assertThat(ask("SHOW server_version")).startsWith("16.");
        assertThat(ask("SELECT lower('ÑANDÚ')")).isEqualTo("ñandú");
    }

    @Test
    void comesBackAfterItWasKilled() throws SQLException {
        start();
        Postgres.ensureDatabase(superuser);
        execute("CREATE TABLE kept AS SELECT 'hola' AS word");
        execute("CHECKPOINT");
        running.process().signal("KILL");
        running.process().endsWithin(Duration.ofSeconds(5));

        start();

        assertThat(ask("SELECT word FROM kept")).isEqualTo("hola");
    }

    @Test
    void anOldProcessIdThatIsSomebodyElsesByNowDoesNotHinderIt() throws Exception {
        start();
        running.stop();
        Files.writeString(
                data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data() + "\n");

        start();

        assertThat(running.process().isAlive()).isTrue();
    }

    @Test
    void aServerThatStillRunsOnTheFolderIsNamed() {
        start();

        assertThatThrownBy(this::start)
                .isInstanceOf(Fault.class)
                .hasMessageContaining("still runs on " + data())
                .hasMessageContaining("bin/dev --stop");
    }

    @Test
    void dataOfAnotherVersionIsRefusedWithTheWayOut() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("PG_VERSION"), "15\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(Fault.class)
                .hasMessageContaining("was made by PostgreSQL 15")
                .hasMessageContaining("bin/dev --fresh");
    }

    @Test
    void aPasswordThatWasLostIsRefusedWithTheWayOut() {
        start();
        var other = superuser.withUser("postgres", "another");

        assertThatThrownBy(() -> running.mustBecomeReady(other)).hasMessageContaining("bin/dev --fresh");
    }

    private void start() {
        running = Postgres.start(new Children(child -> {}), data(), superuser, folder.resolve("postgres.log"));
        running.mustBecomeReady(superuser);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = Postgres.connect(superuser);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection = Postgres.connect(superuser);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
