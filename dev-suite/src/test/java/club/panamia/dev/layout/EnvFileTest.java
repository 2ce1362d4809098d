package club.panamia.dev.layout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    private static final String AWKWARD = "it's $HOME & \"more\"; echo no";

    @TempDir
    Path folder;

    @Test
    void aShellReadsExactlyWhatWasWritten() {
        var file = folder.resolve("suite.env");
        new EnvFile(file).with("SECRET", AWKWARD).write();

        var read = Programs.output(List.of("sh", "-c", "set -a; . " + file + "; printenv SECRET"));

        assertThat(read).isEqualTo(AWKWARD);
    }

    @Test
    void readsItsOwnWriting() {
        var file = folder.resolve("suite.env");
        new EnvFile(file).with("SECRET", AWKWARD).with(Map.of("PORT", "8081")).write();

        assertThat(EnvFile.read(file)).containsOnly(Map.entry("SECRET", AWKWARD), Map.entry("PORT", "8081"));
    }

    @Test
    void aFileThatIsNotThereHoldsNothing() {
        assertThat(EnvFile.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void letsOnlyTheOwnerReadIt() throws IOException {
        var file = folder.resolve("suite.env");

        new EnvFile(file).with("A", 1).write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
