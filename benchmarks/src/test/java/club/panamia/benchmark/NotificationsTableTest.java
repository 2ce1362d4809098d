package club.panamia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

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
}
