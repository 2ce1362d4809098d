package club.panamia.liquibase;

import static club.panamia.liquibase.TestServer.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.schema.PostgresUrl;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantsTest {

    private static final String GRANTS = """
            DO $$ BEGIN
              REVOKE ALL ON ALL TABLES IN SCHEMA public FROM pana_content;
            END $$;
            GRANT SELECT ON cities TO pana_content;
            GRANT SELECT ON rivers TO pana_content;
            """;

    private final PostgresUrl database = TestServer.newDatabase();
    private MigrationFolder folder;
    private TestSchema schema;

    @BeforeEach
    void tablesAndRights(@TempDir Path root) {
        folder = new MigrationFolder(root)
                .with("0001_cities", "CREATE TABLE cities (name text);", "DROP TABLE cities;")
                .with("0002_rivers", "CREATE TABLE rivers (name text);", "DROP TABLE rivers;")
                .with("0003_no_cities", "DROP TABLE cities;", "CREATE TABLE cities (name text);")
                .grants(GRANTS.replace("GRANT SELECT ON cities TO pana_content;\n", ""));
        schema = new TestSchema(database, folder.files());
        schema.up();
    }

    @Test
    void holdExactlyWhatTheFileSaysAfterEachUp() {
        TestServer.execute(database, "GRANT INSERT ON rivers TO pana_content");

        schema.up();

        assertThat(readable()).containsExactly("rivers:SELECT");
    }

    @Test
    void comeBackWithATableThatARollbackBringsBack() {
        folder.grants(GRANTS);

        schema.rollback(1, false);

        assertThat(readable()).containsExactly("cities:SELECT", "rivers:SELECT");
    }

    @Test
    void passOverWhatARollbackTookAway() {
        schema.rollback(3, false);

        assertThat(readable()).isEmpty();
        assertThat(schema.status().applied()).isEmpty();
    }

    @Test
    void failAsAWholeNamingTheLine() {
        folder.grants(GRANTS.replace("cities", "citis"));

        assertThatThrownBy(schema::up).hasMessage("grants.sql, line 4: relation \"citis\" does not exist");

        assertThat(readable()).containsExactly("rivers:SELECT");
    }

    @Test
    void doNotHideARealErrorAfterARollback() {
        folder.grants("GRANT SELEKT ON rivers TO pana_content;");

        assertThatThrownBy(() -> schema.rollback(1, false)).hasMessageStartingWith("grants.sql, line 1: ");
    }

    private List<String> readable() {
        return query(database, """
                SELECT table_name || ':' || privilege_type FROM information_schema.role_table_grants
                WHERE grantee = 'pana_content' AND table_schema = 'public' ORDER BY 1""");
    }
}
