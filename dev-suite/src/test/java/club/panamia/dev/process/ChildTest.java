package club.panamia.dev.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    @TempDir
    Path folder;

    @Test
    void aProgramThatFailsIsToldWithTheEndOfItsLog() {
        var child = start("for i in $(seq 1 40); do echo line $i; done; exit 3");

        assertThatThrownBy(() -> child.mustSucceed(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.text())
                                .startsWith("fake failed with exit code 3.\n--- end of " + log())
                                .endsWith("line 39\nline 40")
                                .doesNotContain("line 10\n"));
    }

    @Test
    void aProgramThatHangsIsEnded() {
        var child = start("sleep 100");

        assertThatThrownBy(() -> child.mustSucceed(Duration.ofMillis(200))).hasMessageContaining("did not end within");

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aProgramThatWillNotEndIsEndedByForceWithAllItStarted() throws IOException {
        var child = start("trap '' TERM; sleep 100 & echo $!; wait; wait");
        Waiting.until(Duration.ofSeconds(5), Duration.ofMillis(20), () -> !logged().isBlank());
        var grandchild = Long.parseLong(logged().strip());

        child.stop(Duration.ofMillis(200));

        assertThat(child.isAlive()).isFalse();
        assertThat(Waiting.until(Duration.ofSeconds(5), Duration.ofMillis(20), () -> isGone(grandchild)))
                .isTrue();
    }

    @Test
    void aCtrlCInTheTerminalDoesNotReachIt() {
        var child = start("sleep 100");

        assertThat(session(child.pid()))
                .isNotEqualTo(session(ProcessHandle.current().pid()));

        child.stop();
    }

    @Test
    void settingsOfTheShellDoNotOutvoteTheGivenOnes() throws IOException {
        var log = log();

        Child.start(
                        "fake",
                        List.of("sh", "-c", "echo $HOME; echo $POSTGRES_URL"),
                        Map.of("POSTGRES_URL", "given"),
                        folder,
                        log)
                .mustSucceed(Duration.ofSeconds(10));

        assertThat(Files.readAllLines(log)).containsExactly(System.getenv("HOME"), "given");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Child.start("fake", List.of("/no/such"), Map.of(), folder, log())
                        .mustSucceed(Duration.ofSeconds(10)))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("fake ");
    }

    @Test
    void nothingIsStartedOnceTheSuiteStops() {
        var children = new Children(child -> {});
        var running = children.start("fake", List.of("sleep", "100"), Map.of(), folder, log());

        assertThat(children.noMore()).containsExactly(running);
        assertThatThrownBy(() -> children.start("late", List.of("sleep", "100"), Map.of(), folder, log()))
                .hasMessage("late is not started: the suite is stopping.");

        running.stop();
    }

    private Child start(String script) {
        return Child.start("fake", List.of("sh", "-c", script), Map.of(), folder, log());
    }

    private Path log() {
        return folder.resolve("fake.log");
    }

    private String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean isGone(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static String session(long pid) {
        return Programs.output(List.of("ps", "-o", "sid=", "-p", Long.toString(pid)));
    }
}
