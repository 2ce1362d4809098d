package club.panamia.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.PostgresUrl;
import club.panamia.schema.SchemaVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SchemaInstallerTest {

    @Test
    void installsEverythingOnAnEmptyDatabaseAndNothingTheSecondTime() throws IOException {
        try (var server = EmbeddedPostgres.start()) {
            var admin = new PostgresUrl("localhost", server.getPort(), "postgres", "postgres", "postgres", null);

            var first = SchemaInstaller.install(admin, role -> "secret of " + role);
            var second = SchemaInstaller.install(admin, role -> "secret of " + role);

            assertThat(first).isEqualTo(SchemaVersion.built().migrations());
            assertThat(second).isEmpty();
        }
    }
}
