package club.panamia.liquibase;

import static club.panamia.liquibase.TestServer.execute;
import static club.panamia.liquibase.TestServer.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.liquibase.session.SchemaProblem;
import club.panamia.schema.PostgresUrl;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    private final PostgresUrl database = TestServer.newDatabase();
    private MigrationFolder folder;
    private TestSchema schema;

    @BeforeEach
    void twoMigrations(@TempDir Path root) {
        folder = new MigrationFolder(root)
                .with("0001_cities", "CREATE TABLE cities (name text);", "DROP TABLE cities;")
                .with("0002_rivers", "CREATE TABLE rivers (name text);", "DROP TABLE rivers;");
        schema = new TestSchema(database, folder.files());
    }

    @Test
    void appliesInOrderOnceAndTellsOfEach() {
        var told = new ArrayList<String>();

        var applied = schema.run(run -> run.up(told::add));

        assertThat(applied).containsExactly("0001_cities", "0002_rivers").isEqualTo(told);
        assertThat(schema.up()).isEmpty();
        assertThat(query(database, "SELECT tableowner FROM pg_tables WHERE tablename IN ('cities', 'rivers')"))
                .containsExactly("pana_owner", "pana_owner");
    }

    @Test
    void saysWhatIsAppliedAndWhatIsPending() {
        schema.up();
        folder.with("0003_lakes", "CREATE TABLE lakes (name text);", "DROP TABLE lakes;");

        var status = schema.status();

        assertThat(status.applied()).extracting(SchemaStatus.Applied::id).containsExactly("0001_cities", "0002_rivers");
        assertThat(status.pending()).containsExactly("0003_lakes");
        assertThat(status.isAhead()).isFalse();
        assertThat(status.newest()).isEqualTo("0002_rivers");
    }

    @Test
    void recordsTicketPurposeAndTimeInUtc() {
        schema.up();

        assertThat(query(database, "SELECT comments FROM internal.databasechangelog"))
                .containsOnly("PANA-1: a test");
        assertThat(query(database, """
                        SELECT id FROM internal.databasechangelog
                        WHERE abs(extract(epoch FROM dateexecuted - (now() AT TIME ZONE 'UTC'))) < 60""")).hasSize(2);
    }

    @Test
    void refusesAnEditedFileNamingItEvenForACommentOrASpace() {
        schema.up();

        for (var edit : List.of("-- a late thought", " ")) {
            folder.with("0001_cities", "CREATE TABLE cities (name text);" + edit, "DROP TABLE cities;");

            assertThatThrownBy(() -> schema.up())
                    .isInstanceOf(SchemaProblem.class)
                    .hasMessageStartingWith("0001_cities.sql was edited after it was applied; restore it");
            assertThatThrownBy(schema::validate).hasMessageContaining("0001_cities.sql was edited");
        }
    }

    @Test
    void refusesAnEditedHeader() {
        schema.up();
        folder.file(
                "0001_cities",
                MigrationFolder.header("Yes", "DROP TABLE cities;").replace("PANA-1", "PANA-2")
                        + "CREATE TABLE cities (name text);");

        assertThatThrownBy(() -> schema.up()).hasMessageContaining("0001_cities.sql was edited");
    }

    @Test
    void refusesARenamedFileNamingBothNames() {
        schema.up();
        folder.without("0001_cities").with("0001_towns", "CREATE TABLE cities (name text);", "DROP TABLE cities;");

        assertThatThrownBy(() -> schema.up())
                .hasMessageStartingWith("The database has 0001_cities where this build has 0001_towns.sql;");
    }

    @Test
    void leavesADatabaseAloneThatIsAheadOfTheBuild() {
        schema.up();
        folder.without("0002_rivers").grants("SELECT 'would fail' FROM nowhere;");

        assertThat(schema.up()).isEmpty();
        assertThat(schema.status().newer()).containsExactly("0002_rivers");
        assertThatThrownBy(() -> schema.rollback(1, false)).hasMessageContaining("which this build does not know");
    }

    @Test
    void rollsBackTheNewestByTheirHeaders() {
        schema.up();

        var rolledBack = schema.rollback(2, false);

        assertThat(rolledBack).containsExactly("0002_rivers", "0001_cities");
        assertThat(query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                .isEmpty();
        assertThat(schema.status().applied()).isEmpty();
    }

    @Test
    void refusesToRollBackWhatHasNoWayBackBeforeItChangesAnything() {
        folder.withHeader("0003_gone", "No", "none", "DROP TABLE rivers;")
                .with("0004_lakes", "CREATE TABLE lakes (name text);", "DROP TABLE lakes;");
        schema.up();

        assertThatThrownBy(() -> schema.rollback(2, true))
                .hasMessage("0003_gone.sql says Reversible: No; undo it with a new migration (bin/new-migration).");
        assertThat(schema.status().newest()).isEqualTo("0004_lakes");
    }

    @Test
    void losesDataOnlyOnDemand() {
        folder.withHeader(
                "0003_no_names",
                "Partial",
                "ALTER TABLE rivers ADD COLUMN name text;",
                "ALTER TABLE rivers DROP COLUMN name;");
        schema.up();

        assertThatThrownBy(() -> schema.rollback(1, false)).hasMessageContaining("--accept-loss");
        assertThat(schema.rollback(1, true)).containsExactly("0003_no_names");
    }

    @Test
    void refusesToRollBackMoreThanThereIs() {
        schema.up();

        assertThatThrownBy(() -> schema.rollback(3, false))
                .hasMessage("Cannot roll back 3 of the 2 applied migrations.");
    }

    @Test
    void namesFileAndLineOfAnErrorAndKeepsNothingOfThatFile() {
        folder.with(
                "0003_broken", "CREATE TABLE lakes (name text);\n\nCREATE TABLE seas (\n  name txet\n);", "SELECT 1;");

        assertThatThrownBy(() -> schema.up())
                .isInstanceOf(SchemaProblem.class)
                .hasMessage("0003_broken.sql, line 10: type \"txet\" does not exist");
        assertThat(query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
                .containsExactly("cities", "rivers");
        assertThat(schema.status().pending()).containsExactly("0003_broken");
    }

    @Test
    void namesTheLineOfARollbackThatFails() {
        folder.with("0003_lakes", "CREATE TABLE lakes (name text);", "DROP TABLE laeks;");
        schema.up();

        assertThatThrownBy(() -> schema.rollback(1, false))
                .hasMessage("0003_lakes.sql, line 5: table \"laeks\" does not exist");
        assertThat(schema.status().newest()).isEqualTo("0003_lakes");
    }

    @Test
    void commitsAFileTogetherWithItsRecord() {
        schema.up();
        execute(database, """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no record'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON internal.databasechangelog EXECUTE FUNCTION refuse()""");
        folder.with("0003_lakes", "CREATE TABLE lakes (name text);", "DROP TABLE lakes;");

        assertThatThrownBy(() -> schema.up()).hasMessageContaining("no record");

        assertThat(query(database, "SELECT to_regclass('lakes')")).containsExactly((String) null);
    }

    @Test
    void lowersNothingIntoTheNextFile() {
        folder.with(
                        "0003_hasty",
                        "SET lock_timeout = 0; SET statement_timeout = 0; SET search_path = pg_catalog;",
                        "SELECT 1;")
                .with("0004_settings", """
                        CREATE TABLE settings AS SELECT current_setting('lock_timeout') AS lock,
                          current_setting('statement_timeout') AS statement, current_user::text AS who;""", "DROP TABLE settings;");

        schema.up();

        assertThat(query(database, "SELECT concat_ws(' ', lock, statement, who) FROM settings"))
                .containsExactly("5s 10min pana_owner");
    }

    @Test
    void givesUpOnATableThatSomebodyHoldsAndSaysSo() throws SQLException {
        schema.up();
        folder.with("0003_wider", "ALTER TABLE cities ADD COLUMN river text;", "ALTER TABLE cities DROP COLUMN river;");

        try (var reader = TestServer.connect(database)) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT * FROM cities");

            assertThatThrownBy(() -> schema.up())
                    .hasMessageStartingWith("0003_wider.sql, line 7: canceling statement due to lock timeout; ")
                    .hasMessageContaining("docs/sql.md");
        }

        assertThat(schema.up()).containsExactly("0003_wider");
    }

    @Test
    void saysWhoMayMigrate() throws SQLException {
        try (var connection = TestServer.connect(database.withUser("pana_auth", "secret"))) {
            var stranger = Schema.over(connection, folder.files());

            assertThatThrownBy(stranger::up)
                    .hasMessage("pana_auth may not act as pana_owner; migrate as pana_migrator.");
        }
    }
}
