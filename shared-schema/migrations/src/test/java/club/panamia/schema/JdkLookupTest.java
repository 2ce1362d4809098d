package club.panamia.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** bin/lib/jdk.sh, which every script that needs Java sources first. */
class JdkLookupTest {

    @TempDir
    private Path folder;

    private Path script;

    /** The one folder that tells machines apart is replaced by an empty one. */
    @BeforeEach
    void onAMachineWithoutJava() throws IOException {
        var ours = Files.readString(Path.of(System.getProperty("pana.root"), "bin", "lib", "jdk.sh"));
        script = Files.writeString(folder.resolve("jdk.sh"), ours.replace("/usr/lib/jvm/", folder + "/jvm/"));
    }

    @Test
    void takesJavaHomeWhenItIsOfTheRightVersion() throws IOException, InterruptedException {
        var right = jdk("mine", "25.0.3");
        jdk("jvm/other", "25");

        assertThat(javaHome(right)).isEqualTo(right.toString());
    }

    @Test
    void looksInTheUsualFoldersWhenJavaHomeIsOlderNewerOrEmpty() throws IOException, InterruptedException {
        var right = jdk("jvm/temurin-25", "25");
        jdk("jvm/temurin-21", "21.0.2");

        assertThat(javaHome(jdk("old", "17.0.9"))).isEqualTo(right.toString());
        assertThat(javaHome(jdk("new", "251"))).isEqualTo(right.toString());
        assertThat(javaHome(folder.resolve("nowhere"))).isEqualTo(right.toString());
    }

    @Test
    void passesOverARuntimeWithoutCompiler() throws IOException, InterruptedException {
        var runtime = jdk("jvm/jre-25", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(javaHome(runtime)).startsWith("No JDK 25 found");
    }

    @Test
    void saysWhatToInstallWhenThereIsNone() throws IOException, InterruptedException {
        assertThat(javaHome(jdk("old", "21")))
                .startsWith("No JDK 25 found: install one")
                .endsWith("or set JAVA_HOME to it.")
                .hasLineCount(1);
    }

    private Path jdk(String name, String version) throws IOException {
        var home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(home.resolve("bin/javac")).toFile().setExecutable(true);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    private String javaHome(Path given) throws IOException, InterruptedException {
        var bash = new ProcessBuilder(
                List.of("bash", "-euo", "pipefail", "-c", ". '%s'; echo $JAVA_HOME".formatted(script)));
        bash.environment().clear();
        // A PATH without java: what the script itself needs is in a folder of ours.
        bash.environment()
                .putAll(Map.of("JAVA_HOME", given.toString(), "HOME", folder.toString(), "PATH", tools().toString()));
        var process = bash.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(said.startsWith("No JDK") ? 1 : 0);
        return said.strip();
    }

    private Path tools() throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : List.of("grep", "sed")) {
            var wrapper = Files.writeString(
                    tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(tool));
            wrapper.toFile().setExecutable(true);
        }
        return tools;
    }
}
