package club.panamia.social.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PerHostTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final PerHost limit = new PerHost(3, new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    });

    @Test
    void letsSoManyThroughAMinuteOfEachServer() {
        for (var n = 0; n < 3; n++) {
            assertThat(limit.take("a.example")).isTrue();
        }

        assertThat(limit.take("a.example")).isFalse();
        assertThat(limit.take("b.example")).isTrue();

        now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
        assertThat(limit.take("a.example")).isTrue();
    }

    @Test
    void forgetsTheServersThatItHasNotHeardOfLongest() {
        for (var n = 0; n < 3; n++) {
            limit.take("a.example");
        }
        for (var n = 0; n < 10_000; n++) {
            limit.take(n + ".example");
        }

        assertThat(limit.take("a.example")).isTrue();
    }
}
