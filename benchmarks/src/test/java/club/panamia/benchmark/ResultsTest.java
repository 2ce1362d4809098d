package club.panamia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.benchmark.measure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final Figures OURS = new Figures(40, 9000, 1.01, 1.2, 2.3, 0);
    private static final Figures PEERS = new Figures(100, 4000, 1.01, 1.5, 3, 2);

    @TempDir
    Path root;

    @BeforeEach
    void page() throws IOException {
        Files.createDirectories(root.resolve("benchmarks"));
        Files.writeString(readme(), "# Benchmarks\n");
    }

    @Test
    void addsATableAndWritesItAnewTheNextTime() throws IOException {
        measured(80);
        measured(30);

        assertThat(Files.readString(readme()))
                .startsWith("# Benchmarks\n")
                .containsOnlyOnce("### Session check")
                .contains(
                        "| direct | the service | **40 µs** | 40 % | ≤ 30 µs: missed | 9000 | 1.01 | 1.2 / 2.3 ms |\n")
                .contains("| direct | Node peer | **100 µs** | 100 % | – | 4000 | 1.01 | 1.5 / 3.0 ms | 2 failed")
                .doesNotContain("≤ 80 µs");
    }

    private void measured(int bar) {
        var results = new Results(root);
        results.ours("direct", OURS, PEERS, bar);
        results.peer("direct", PEERS);
        results.write(new SessionCheck());
    }

    private Path readme() {
        return root.resolve("benchmarks").resolve("README.md");
    }
}
