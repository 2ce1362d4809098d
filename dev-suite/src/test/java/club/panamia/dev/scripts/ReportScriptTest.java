package club.panamia.dev.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summing up at the end of bin/test. */
class ReportScriptTest {

    private static final String GREEN = "<testsuite name=\"A\" tests=\"5\" errors=\"0\" skipped=\"1\" failures=\"0\">";
    private static final String RED = "<testsuite name=\"B\" tests=\"3\" errors=\"1\" skipped=\"0\" failures=\"1\">";

    @TempDir
    Path folder;

    private Bash bash;

    @BeforeEach
    void open() {
        bash = new Bash(folder, "set -uo pipefail; . " + Bash.script("report.sh"));
    }

    @Test
    void addsUpReportsAndSmokeStepsInTheLastLine() throws IOException {
        Files.writeString(folder.resolve("smoke.log"), "   1.0 s  ready\nok  one (3 ms)\nok  two (4 ms)\n");

        var run = bash.run("sleep 0.05", report("one", GREEN), "count_reports", "count_smoke smoke.log", "finish");

        assertThat(run.lastLine()).isEqualTo("6 passed, 0 failed, 1 skipped");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void addsWhatNodesTestRunnerSumsUp() throws IOException {
        Files.writeString(
                folder.resolve("node.log"), "ok 1 - one\n# tests 5\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 1\n");

        var run = bash.run("count_node node.log", "count_node none.log", "finish");

        assertThat(run.lastLine()).isEqualTo("3 passed, 1 failed, 1 skipped");
        assertThat(run.exitCode()).isNotZero();
    }

    @Test
    void failedTestsFailTheRun() {
        var run = bash.run("sleep 0.05", report("one", GREEN), report("two", RED), "count_reports", "finish");

        assertThat(run.lastLine()).isEqualTo("5 passed, 2 failed, 1 skipped");
        assertThat(run.exitCode()).isNotZero();
    }

    @Test
    void countsAReportThatWasWrittenAgainAsNewTests() {
        var run = bash.run(
                "sleep 0.05",
                report("one", GREEN),
                "count_reports",
                "sleep 0.05",
                report("one", GREEN),
                "count_reports",
                "count_reports",
                "finish");

        assertThat(run.lastLine()).isEqualTo("8 passed, 0 failed, 2 skipped");
    }

    @Test
    void leavesOutReportsOfEarlierRuns() throws IOException {
        Files.createDirectories(folder.resolve("old/target/surefire-reports"));
        Files.writeString(folder.resolve("old/target/surefire-reports/TEST-Old.xml"), RED);

        var run =
                bash.run("sleep 0.05; touch \"$mark\"", "sleep 0.05", report("one", GREEN), "count_reports", "finish");

        assertThat(run.lastLine()).isEqualTo("4 passed, 0 failed, 1 skipped");
    }

    @Test
    void aPartThatFailsWithoutATestIsNoSuccess() {
        var run = bash.run("sleep 0.05", report("one", GREEN), "part 'A build' false", "count_reports", "finish");

        assertThat(run.output()).contains("FAILED  A build");
        assertThat(run.lastLine()).isEqualTo("4 passed, 1 failed, 1 skipped");
        assertThat(run.exitCode()).isNotZero();
    }

    @Test
    void aRunWithoutAnyTestIsNoSuccess() {
        var run = bash.run("part 'Nothing' true", "count_reports", "finish");

        assertThat(run.lastLine()).isEqualTo("0 passed, 0 failed");
        assertThat(run.exitCode()).isNotZero();
    }

    private static String report(String module, String suite) {
        var reports = module + "/target/surefire-reports";
        return "mkdir -p %1$s; echo '%2$s</testsuite>' > %1$s/TEST-A.xml".formatted(reports, suite);
    }
}
