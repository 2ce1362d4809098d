package club.panamia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.benchmark.measure.Latencies;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamsTableTest {

    private final StreamsTable table = new StreamsTable(2_000);

    @Test
    void judgesTheSlowestOfAHundredThatWereHeard() {
        table.heard(hundred(10), Duration.ofMillis(20_400));

        assertThat(table.text())
                .contains("| 500.0 / 950.0 / **990.0** ms | ≤ 1000 ms p99: met |")
                .contains("All were opened within 20.4 s.");
    }

    @Test
    void judgesWhatOthersNoticeByWhatTheyKnew() {
        table.storm(hundred(0.1), hundred(0.2), hundred(1), Duration.ofSeconds(20), 1_950);
        table.storm(hundred(0.1), hundred(0.3), hundred(1), Duration.ofSeconds(20), 1_950);

        assertThat(table.text())
                .contains("| unread count, 100 a second | 5.0 / 9.5 / **9.9** ms | – |")
                .contains("| 10.0 / 19.0 / **19.8** ms | ≤ 20 ms p99: met |")
                .contains("| 15.0 / 28.5 / **29.7** ms | ≤ 20 ms p99: missed |")
                .contains("within 20.0 s; 1950 times")
                .contains("100 things that happened meanwhile were heard");
    }

    private static Latencies hundred(double millis) {
        var latencies = new Latencies();
        for (var i = 1; i <= 100; i++) {
            latencies.answered(Math.round(TimeUnit.MILLISECONDS.toNanos(1) * millis * i), true);
        }
        return latencies;
    }
}
