package club.panamia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.benchmark.measure.Latencies;
import org.junit.jupiter.api.Test;

class MentoringTableTest {

    private final MentoringTable table = new MentoringTable();

    @Test
    void saysWhichBarsAreMet() {
        table.add("slots", "open loop, 100/s", taking(true, 4, 6, 14), 95, 15);
        table.add("booking", "100 at once", taking(true, 4, 6, 26), 99, 25);
        table.add("refused", "100 at once", taking(false, 1), 99, 25);

        assertThat(table.text())
                .contains("| slots | open loop, 100/s | 3 | 6.0 / 14.0 / 14.0 ms | p95 ≤ 15 ms: met |")
                .contains("| booking | 100 at once | 3 | 6.0 / 26.0 / 26.0 ms | p99 ≤ 25 ms: missed |")
                .contains("| refused | 100 at once | 1 | 1.0 / 1.0 / 1.0 ms | p99 ≤ 25 ms: missed | 1 failed");
    }

    private static Latencies taking(boolean right, int... millis) {
        var latencies = new Latencies();
        for (var each : millis) {
            latencies.answered(each * 1_000_000L, right);
        }
        return latencies;
    }
}
