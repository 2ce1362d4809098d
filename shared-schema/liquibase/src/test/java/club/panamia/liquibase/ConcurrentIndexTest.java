package club.panamia.liquibase;

import static club.panamia.liquibase.TestServer.execute;
import static club.panamia.liquibase.TestServer.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.schema.PostgresUrl;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that asks to run outside a transaction: its statements run one by one, and it can be run again. */
class ConcurrentIndexTest {

    private static final String INDEX = """
            -- Purpose: a test
            -- Ticket: N/A
            -- Reversible: Yes
            -- Transaction: none
            -- Rollback:
            --   DROP INDEX CONCURRENTLY cities_name_idx;
            --   DROP INDEX CONCURRENTLY cities_state_idx;

            DROP INDEX CONCURRENTLY IF EXISTS cities_name_idx;
            CREATE UNIQUE INDEX CONCURRENTLY cities_name_idx ON cities (name);
            DROP INDEX CONCURRENTLY IF EXISTS cities_state_idx;
            CREATE INDEX CONCURRENTLY cities_state_idx ON cities (state);
            """;

    private final PostgresUrl database = TestServer.newDatabase();
    private MigrationFolder folder;
    private TestSchema schema;

    @BeforeEach
    void aTable(@TempDir Path root) {
        folder = new MigrationFolder(root)
                .with("0001_cities", "CREATE TABLE cities (name text, state text);", "DROP TABLE cities;");
        schema = new TestSchema(database, folder.files());
        schema.up();
        folder.file("0002_indexes", INDEX);
    }

    @Test
    void buildsIndexesWithoutATransactionAndDropsThemSo() {
        assertThat(schema.up()).containsExactly("0002_indexes");
        assertThat(indexes()).containsExactly("cities_name_idx t", "cities_state_idx t");

        assertThat(schema.rollback(1, false)).containsExactly("0002_indexes");
        assertThat(indexes()).isEmpty();
    }

    @Test
    void startsOverAfterARunThatLeftAnInvalidIndex() {
        execute(database, "INSERT INTO cities VALUES ('Doral', 'FL'), ('Doral', 'FL')");

        assertThatThrownBy(schema::up)
                .hasMessage("0002_indexes.sql, line 10: could not create unique index \"cities_name_idx\"");
        assertThat(indexes()).containsExactly("cities_name_idx f");

        execute(database, "DELETE FROM cities");
        assertThat(schema.up()).containsExactly("0002_indexes");
        assertThat(indexes()).containsExactly("cities_name_idx t", "cities_state_idx t");
    }

    private java.util.List<String> indexes() {
        return query(database, """
                SELECT concat_ws(' ', indexrelid::regclass, indisvalid) FROM pg_index
                WHERE indrelid = 'cities'::regclass ORDER BY 1""");
    }
}
