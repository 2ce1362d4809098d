package club.panamia.testing;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.SchemaVersion;
import club.panamia.testing.database.TestDatabase;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void isMigratedToTheNewestVersionOnPostgres16() {
        var sql = TestDatabase.get().sql();

        assertThat(sql.one(String.class, "SELECT max(id) FROM internal.databasechangelog"))
                .isEqualTo(SchemaVersion.built().newest());
        assertThat(sql.one(String.class, "SHOW server_version_num")).startsWith("16");
    }

    @Test
    void letsEveryServiceLogInAsItself() {
        assertThat(TestDatabase.get().sqlAs("pana_auth").one(String.class, "SELECT session_user::text"))
                .isEqualTo("pana_auth");
    }
}
