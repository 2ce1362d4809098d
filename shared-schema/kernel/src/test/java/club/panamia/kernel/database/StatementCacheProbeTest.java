package club.panamia.kernel.database;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementCacheProbeTest {

    @Inject
    StatementCacheProbe probe;

    @Test
    void findsNothingMixedUpWithoutAPooler() {
        assertThatCode(() -> probe.crossed().await().atMost(Duration.ofSeconds(10)))
                .doesNotThrowAnyException();
    }
}
