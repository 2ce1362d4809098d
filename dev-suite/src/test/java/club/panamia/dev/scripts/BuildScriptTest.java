package club.panamia.dev.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which modules bin/dev builds anew, and what it says when that fails. */
class BuildScriptTest {

    private static final Instant EARLIER = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant BUILT = Instant.parse("2026-01-01T11:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path root;

    private Bash bash;

    @BeforeEach
    void checkout() throws IOException {
        bash = new Bash(root, "set -euo pipefail; root=%s; . %s".formatted(root, Bash.script("build.sh")));
        file("pom.xml", EARLIER);
        file("auth-service/pom.xml", EARLIER);
        file("auth-service/src/main/java/Auth.java", EARLIER);
        file("shared-schema/kernel/src/main/java/Kernel.java", EARLIER);
        file("auth-service/target/quarkus-app/quarkus-run.jar", BUILT);
    }

    @Test
    void whatIsNewerThanItsSourcesStaysAsItIs() {
        assertThat(isStale()).isFalse();
    }

    @Test
    void whatWasNeverBuiltIsStale() throws IOException {
        Files.delete(root.resolve("auth-service/target/quarkus-app/quarkus-run.jar"));

        assertThat(isStale()).isTrue();
    }

    @Test
    void aChangedSourceOfItsOwnOrOfTheKernelMakesItStale() throws IOException {
        file("auth-service/src/main/java/Auth.java", LATER);
        assertThat(isStale()).isTrue();

        file("auth-service/src/main/java/Auth.java", EARLIER);
        assertThat(isStale()).isFalse();

        file("shared-schema/kernel/src/main/java/Kernel.java", LATER);
        assertThat(isStale()).isTrue();
    }

    @Test
    void aChangedTestOrNeighbourDoesNot() throws IOException {
        file("auth-service/src/test/java/AuthTest.java", LATER);
        file("profile-service/src/main/java/Profile.java", LATER);

        assertThat(isStale()).isFalse();
    }

    @Test
    void aBuildThatFoundNothingToWriteCountsAllTheSame() throws IOException {
        file("pom.xml", LATER);
        file("auth-service/target/.built", LATER.plusSeconds(60));

        assertThat(isStale()).isFalse();
    }

    @Test
    void aBuildThatFailsShowsItsErrors() throws IOException {
        Files.writeString(root.resolve("mvnw"), """
                #!/bin/sh
                echo '[INFO] Building auth-service 0.1.0-SNAPSHOT           [4/13]'
                echo '[ERROR] Auth.java:[3,4] cannot find symbol'
                exit 1
                """);
        root.resolve("mvnw").toFile().setExecutable(true);

        var run = bash.run("build_stale");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("  [4/13] auth-service")
                .contains("bin/dev: the build failed; its log is " + root.resolve(".dev/logs/build.log"))
                .contains("cannot find symbol");
    }

    private boolean isStale() {
        return bash.run("is_stale auth-service").exitCode() == 0;
    }

    private void file(String name, Instant changed) throws IOException {
        var path = root.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(changed));
    }
}
