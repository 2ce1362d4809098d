package club.panamia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.benchmark.measure.Latencies;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NotificationsTableTest {

    private final NotificationsTable table = new NotificationsTable();

    @Test
    void saysWhichBarsAreMet() {
        table.add("unread count", new SearchCost(79, 9000, 0.1, 1, 2, 3, 0), 80, 0);
        table.add("list", new SearchCost(300, 2000, 4, 3, 31, 40, 2), 0, 30);

        assertThat(table.text())
                .contains(
                        "| unread count | 1.0 / **2.0** / 3.0 ms at 100/s | – | 0.1 ms | **79 µs** | ≤ 80 µs: met | 9000 |")
                .contains(
                        "| list | 3.0 / **31.0** / 40.0 ms at 100/s | ≤ 30 ms p95: missed | 4.0 ms | **300 µs** | – | 2000 | 2 failed");
    }

    @Test
    void judgesTheSlowestOfAHundredThatWereHeard() {
        var heard = new Latencies();
        for (var i = 1; i <= 100; i++) {
            heard.answered(TimeUnit.MILLISECONDS.toNanos(10L * i), true);
        }

        table.add(heard);

        assertThat(table.text()).contains("500 / 950 / **990** ms at 200/s | ≤ 1000 ms p99: met |");
    }
}
