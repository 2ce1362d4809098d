package club.panamia.liquibase.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolePasswordsTest {

    @TempDir
    private Path folder;

    @Test
    void readsASettingNamedAfterTheRole() {
        var passwords = RolePasswords.from(Map.of("PANA_DB_PASSWORD_AUTH", "a", "PANA_DB_PASSWORD_OPS", ""));

        assertThat(passwords.of("pana_auth")).contains("a");
        assertThat(passwords.of("pana_ops")).isEmpty();
        assertThat(passwords.of("pana_social")).isEmpty();
    }

    @Test
    void prefersAFile() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "from the file\n");

        var passwords =
                RolePasswords.from(Map.of("PANA_DB_PASSWORD_AUTH", "a", "PANA_DB_PASSWORD_AUTH_FILE", file.toString()));

        assertThat(passwords.of("pana_auth")).contains("from the file");
    }

    @Test
    void refusesAFileThatIsMissingOrEmpty() throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));
        var missing = folder.resolve("missing");

        for (var file : new Path[] {empty, missing}) {
            var passwords = RolePasswords.from(Map.of("PANA_DB_PASSWORD_AUTH_FILE", file.toString()));

            assertThatThrownBy(() -> passwords.of("pana_auth"))
                    .hasMessageStartingWith("PANA_DB_PASSWORD_AUTH_FILE names " + file);
        }
    }
}
