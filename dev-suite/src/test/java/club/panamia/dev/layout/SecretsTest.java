package club.panamia.dev.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatItMadeForTheNextRun() {
        var file = folder.resolve("secrets.properties");
        var first = new Secrets(file);
        var made = new String[] {first.databasePassword("pana_auth"), first.authSecret(), first.encryptionKeys()};

        var second = new Secrets(file);

        assertThat(new String[] {second.databasePassword("pana_auth"), second.authSecret(), second.encryptionKeys()})
                .containsExactly(made);
    }

    @Test
    void makesADifferentPasswordForEachRole() {
        var secrets = new Secrets(folder.resolve("secrets.properties"));

        assertThat(secrets.databasePassword("pana_auth")).isNotEqualTo(secrets.databasePassword("pana_ops"));
    }

    @Test
    void encryptionKeysAreAnIdAnd32Bytes() {
        var key = new Secrets(folder.resolve("secrets.properties"))
                .encryptionKeys()
                .split(":");

        assertThat(key[0]).isEqualTo("dev");
        assertThat(Base64.getDecoder().decode(key[1])).hasSize(32);
    }

    @Test
    void letsOnlyTheOwnerReadTheFile() throws IOException {
        var file = folder.resolve("secrets.properties");

        new Secrets(file).authSecret();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
