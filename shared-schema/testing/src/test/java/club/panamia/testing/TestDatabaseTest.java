package club.panamia.testing;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.SchemaVersion;
import club.panamia.testing.database.TestDatabase;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void isMigratedToTheNewestVersionOnPostgres16OrNewer() {
        var sql = TestDatabase.get().sql();

        assertThat(sql.one(String.class, "SELECT max(id) FROM internal.databasechangelog"))
                .isEqualTo(SchemaVersion.built().newest());
        assertThat(sql.one(Integer.class, "SELECT current_setting('server_version_num')::int"))
                .isGreaterThanOrEqualTo(160000);
    }

    @Test
    void letsEveryServiceLogInAsItself() {
        assertThat(TestDatabase.get().sqlAs("pana_auth").one(String.class, "SELECT session_user::text"))
                .isEqualTo("pana_auth");
    }
}
