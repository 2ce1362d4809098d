package club.panamia.kernel.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoorwayTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Doorway doorway = new Doorway();

    @Test
    void letsAFewInAtOnceAndGivesTheOthersPlacesOneAfterTheOther() {
        var waits = IntStream.range(0, 60).mapToObj(i -> doorway.enter(NOW)).toList();

        assertThat(waits.subList(0, Doorway.AT_ONCE)).containsOnly(Duration.ZERO);
        assertThat(waits.subList(Doorway.AT_ONCE, 60))
                .startsWith(Duration.ofMillis(1010), Duration.ofMillis(1020), Duration.ofMillis(1030))
                .doesNotHaveDuplicates();
    }

    @Test
    void letsInAHundredASecondAfterThat() {
        IntStream.range(0, Doorway.AT_ONCE).forEach(i -> doorway.enter(NOW));

        assertThat(doorway.enter(NOW.plusMillis(9))).isPositive();
        assertThat(doorway.enter(NOW.plusMillis(10))).isZero();
        assertThat(doorway.enter(NOW.plusMillis(11))).isPositive();
        assertThat(doorway.enter(NOW.plusMillis(20))).isZero();
    }

    @Test
    void letsEverybodyOfTheQueueInWhoComesWhenItIsTheirTurn() {
        IntStream.range(0, Doorway.AT_ONCE).forEach(i -> doorway.enter(NOW));
        var waits = IntStream.range(0, 2000).mapToObj(i -> doorway.enter(NOW)).toList();

        assertThat(waits.stream().map(wait -> doorway.enter(NOW.plus(wait)))).containsOnly(Duration.ZERO);
        assertThat(waits.getLast()).isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void letsNobodyWaitForLongerThanAMinute() {
        var waits = IntStream.range(0, 10_000).mapToObj(i -> doorway.enter(NOW)).toList();

        assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofMinutes(1)) <= 0);
    }

    @Test
    void letsNobodyInWhenTheProcessEnds() {
        doorway.close(new ShutdownDelayInitiatedEvent());

        assertThat(doorway.enter(NOW)).isPositive();
    }
}
