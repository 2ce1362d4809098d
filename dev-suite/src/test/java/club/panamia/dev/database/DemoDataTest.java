package club.panamia.dev.database;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.ScratchPostgres;
import club.panamia.liquibase.SchemaInstaller;
import club.panamia.schema.PostgresUrl;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    @Test
    void fitsTheSchemaAndAddsNothingTheSecondTime() throws SQLException {
        try (var scratch = ScratchPostgres.start()) {
            SchemaInstaller.install(scratch.url(), role -> "secret");

            DemoData.insert(scratch.url());
            assertThat(ask(scratch.url(), "SELECT count(*) FROM users")).isEqualTo(7);
            assertThat(ask(scratch.url(), "SELECT count(*) FROM profiles WHERE active"))
                    .isEqualTo(5);
            assertThat(ask(scratch.url(), "SELECT count(*) FROM articles WHERE status = 'published'"))
                    .isEqualTo(3);

            DemoData.insert(scratch.url());
            assertThat(ask(scratch.url(), "SELECT count(*) FROM users")).isEqualTo(7);
            assertThat(ask(scratch.url(), "SELECT count(*) FROM profiles")).isEqualTo(7);
            assertThat(ask(scratch.url(), "SELECT count(*) FROM articles")).isEqualTo(4);
        }
    }

    private static long ask(PostgresUrl url, String sql) throws SQLException {
        try (var connection = Postgres.connect(url);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
