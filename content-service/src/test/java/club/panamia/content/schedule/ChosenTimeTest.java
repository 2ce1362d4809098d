package club.panamia.content.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenTimeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T10:00, America/New_York, 2026-07-01T14:00:00Z",
        "2026-12-01T10:00, America/New_York, 2026-12-01T15:00:00Z",
        // The hour that is skipped in spring, and the one that comes twice in autumn.
        "2026-03-08T02:30, America/New_York, 2026-03-08T07:30:00Z",
        "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-07-01T10:00, America/Havana, 2026-07-01T14:00:00Z",
    })
    void isAMomentInItsZone(LocalDateTime at, String zone, Instant moment) {
        assertThat(new ChosenTime(at, zone).moment(NOW)).isEqualTo(moment);
    }
}
