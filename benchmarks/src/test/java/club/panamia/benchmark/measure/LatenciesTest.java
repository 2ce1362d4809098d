package club.panamia.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void saysHowFastSoManyPerCentWere() {
        var latencies = new Latencies();
        IntStream.rangeClosed(1, 100).forEach(i -> latencies.answered(i * 1_000_000L, true));

        assertThat(latencies.percentile(50)).isEqualTo(50);
        assertThat(latencies.percentile(95)).isEqualTo(95);
        assertThat(latencies.percentile(99)).isEqualTo(99);
        assertThat(latencies.percentile(100)).isEqualTo(100);
    }
}
