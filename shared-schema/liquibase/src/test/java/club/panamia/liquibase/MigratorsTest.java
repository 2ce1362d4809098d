package club.panamia.liquibase;

import static club.panamia.liquibase.TestServer.execute;
import static club.panamia.liquibase.TestServer.query;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.PostgresUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two at once, and one that is killed. */
@Timeout(120)
class MigratorsTest {

    private final PostgresUrl database = TestServer.newDatabase();

    @TempDir
    private Path root;

    @Test
    void takeTurnsWhenTwoRunAtOnce() throws Exception {
        var folder = new MigrationFolder(root);
        IntStream.rangeClosed(1, 6)
                .forEach(i -> folder.with(
                        "000%d_table".formatted(i),
                        "CREATE TABLE table%1$d (id int); SELECT pg_sleep(0.1);".formatted(i),
                        "DROP TABLE table%d;".formatted(i)));
        folder.grants("GRANT SELECT ON ALL TABLES IN SCHEMA public TO pana_content;");

        var one = MigratorProcess.start(database, root);
        var other = MigratorProcess.start(database, root);

        assertThat(List.of(one.output(), other.output()))
                .containsExactlyInAnyOrder("[]", folder.ids().toString());
        assertThat(query(database, "SELECT id FROM internal.databasechangelog ORDER BY orderexecuted"))
                .isEqualTo(folder.ids());
    }

    @Test
    void continueWhereAKilledOneStopped() throws Exception {
        var folder = twoTablesWithAPauseBetween();
        var killed = MigratorProcess.start(database, root);
        awaitOneAtWork("pg_sleep");

        killed.kill();
        execute(database, "UPDATE pause SET seconds = 0");

        assertThat(new TestSchema(database, folder.files()).up()).containsExactly("0002_slow", "0003_after");
        assertThat(query(database, "SELECT count(*) FROM internal.databasechangelog"))
                .containsExactly("3");
    }

    @Test
    void continueWhereTheServerEndedTheConnection() throws Exception {
        var folder = twoTablesWithAPauseBetween();
        var cut = MigratorProcess.start(database, root);
        awaitOneAtWork("pg_sleep");

        execute(
                database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()");
        assertThat(cut.output()).contains("0002_slow.sql, line 8: ");
        execute(database, "UPDATE pause SET seconds = 0");

        assertThat(new TestSchema(database, folder.files()).up()).containsExactly("0002_slow", "0003_after");
    }

    @Test
    void continueWhereOneWasKilledWhileItBuiltAnIndex() throws Exception {
        var folder =
                new MigrationFolder(root).with("0001_cities", "CREATE TABLE cities (name text);", "DROP TABLE cities;");
        var schema = new TestSchema(database, folder.files());
        schema.up();
        folder.withHeader("0002_index", "Yes\n-- Transaction: none", "DROP INDEX CONCURRENTLY cities_name_idx;", """
                DROP INDEX CONCURRENTLY IF EXISTS cities_name_idx;
                CREATE INDEX CONCURRENTLY cities_name_idx ON cities (name);""");
        try (var writer = TestServer.connect(database)) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("INSERT INTO cities VALUES ('Doral')");
            var killed = MigratorProcess.start(database, root);
            awaitOneAtWork("CREATE INDEX CONCURRENTLY");

            killed.kill();
            awaitNone("CREATE INDEX CONCURRENTLY");
        }
        assertThat(query(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'cities_name_idx'::regclass"))
                .containsExactly("f");

        assertThat(schema.up()).containsExactly("0002_index");
        assertThat(query(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'cities_name_idx'::regclass"))
                .containsExactly("t");
    }

    /** The file cannot be edited between two runs, so how long it takes stands in the database. */
    private MigrationFolder twoTablesWithAPauseBetween() {
        var folder = new MigrationFolder(root)
                .with("0001_pause", "CREATE TABLE pause AS SELECT 60 AS seconds;", "DROP TABLE pause;")
                .with(
                        "0002_slow",
                        "CREATE TABLE slow (id int);\nSELECT pg_sleep(seconds) FROM pause;",
                        "DROP TABLE slow;")
                .with("0003_after", "CREATE TABLE after_it (id int);", "DROP TABLE after_it;");
        return folder;
    }

    private void awaitOneAtWork(String sql) throws InterruptedException {
        await(sql, 1);
    }

    private void awaitNone(String sql) throws InterruptedException {
        await(sql, 0);
    }

    private void await(String sql, int expected) throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(40));
        while (atWork(sql) != expected) {
            assertThat(Instant.now()).as("%d sessions at %s", expected, sql).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private int atWork(String sql) {
        return query(database, """
                        SELECT pid FROM pg_stat_activity
                        WHERE datname = current_database() AND state = 'active' AND query LIKE '%%%s%%' AND pid <> pg_backend_pid()""".formatted(sql)).size();
    }
}
