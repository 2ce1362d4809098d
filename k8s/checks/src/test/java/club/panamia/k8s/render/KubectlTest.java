package club.panamia.k8s.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlTest {

    @TempDir
    Path folder;

    @Test
    void takesTheFirstThatIsNewEnough() throws IOException {
        var debians = program("old", "1", "20.2");
        var ours = program("new", "1", "34.1");

        assertThat(Kubectl.among(List.of(debians, ours)).program()).isEqualTo(ours);
    }

    @Test
    void saysInOneLineWhichTooOldOneWasFound() throws IOException {
        var debians = program("kubectl", "1", "20.2");

        assertThatThrownBy(() -> Kubectl.among(List.of(debians)))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "kubectl 1.27 or newer must render k8s/, but found 1.20 at %s; bin/test fetches one on Linux, elsewhere put one into the PATH."
                                .formatted(debians));
    }

    @Test
    void saysInOneLineThatThereIsNone() {
        assertThatThrownBy(() -> Kubectl.among(List.of(folder.resolve("nothing"))))
                .hasMessageContaining("but there is none; bin/test fetches one")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aBrokenOneCountsAsOld() throws IOException {
        var broken = Files.writeString(folder.resolve("kubectl"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> Kubectl.among(List.of(broken)))
                .hasMessageContaining("found an unknown version at " + broken);
    }

    private Path program(String name, String major, String rest) throws IOException {
        var file = Files.writeString(folder.resolve(name), """
                #!/bin/sh
                echo '{"clientVersion": {"major": "%s", "gitVersion": "v%s.%s"}}'
                """.formatted(major, major, rest));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
