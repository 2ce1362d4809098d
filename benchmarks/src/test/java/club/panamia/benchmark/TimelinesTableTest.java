package club.panamia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.benchmark.measure.Latencies;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelinesTableTest {

    private final TimelinesTable table = new TimelinesTable("Timelines", 50);

    @Test
    void saysWhichBarsAreMetAndHowThingsGrow() {
        table.add(500, new Search("home", 60, 50, List.of()), new SearchCost(900, 400, 10, 5, 20, 30, 0));
        table.add(1_000, new Search("home", 60, 50, List.of()), new SearchCost(900, 400, 11, 5, 61, 70, 2));
        table.add(1_000, new Search("document", 0, 50, List.of()), new SearchCost(59, 9_000, 0.1, 1, 1, 1, 0));

        assertThat(table.text())
                .startsWith("### Timelines\n")
                .contains("| 500 | home | 5.0 / **20.0** / 30.0 ms | ≤ 60 ms p95: met | 10.0 ms | **900 µs** | 400 |\n")
                .contains("| 1,000 | home | 5.0 / **61.0** / 70.0 ms | ≤ 60 ms p95: missed |", "| 2 failed")
                .contains("| 1,000 | document | 1.0 / **1.0** / 1.0 ms | ≤ 60 µs: met |")
                .contains("- Of \"home\" the database's share grew by a factor of 1.10.");
    }

    @Test
    void saysHowSoonStreamsTell() {
        var heard = new Latencies();
        heard.answered(250_000_000L, true);

        table.heard(2_000, Duration.ofMillis(1_500), heard);

        assertThat(table.text()).contains("2,000 streams", "within 1.5 s", "**250** ms", "≤ 1,000 ms p99: met");
    }
}
