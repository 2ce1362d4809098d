package club.panamia.engagement.live;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.id.Ids;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void standsBetweenTheIdsOfBeforeAndAfter() {
        var now = Instant.now();
        var id = Ids.next();

        assertThat(Moment.shortlyBefore(now)).isLessThan(id);
        assertThat(Moment.shortlyBefore(now.plusSeconds(10))).isGreaterThan(id);
    }

    @Test
    void isAMinuteBeforeTheIdWasWritten() {
        var id = Moment.shortlyBefore(NOW) + "0123456789abc";

        assertThat(Moment.of(id, NOW).toInstant()).isEqualTo(NOW.minusSeconds(65));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "nonsense", "p000000000 ", "P0123456789", "p0000000000", "pé123456789"})
    void isAWeekAgoForWhatIsNoIdOfLate(String id) {
        assertThat(Moment.of(id, NOW).toInstant()).isEqualTo(NOW.minus(Duration.ofDays(7)));
    }
}
