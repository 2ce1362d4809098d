package club.panamia.mentoring.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId MIAMI = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2026-06-02T01:59:59Z, ",
        "22:00, 07:00, 2026-06-02T02:00:00Z, 2026-06-02T11:00:00Z",
        "22:00, 07:00, 2026-06-02T10:59:59Z, 2026-06-02T11:00:00Z",
        "22:00, 07:00, 2026-06-02T11:00:00Z, ",
        "13:00, 15:00, 2026-06-02T18:00:00Z, 2026-06-02T19:00:00Z",
        "13:00, 15:00, 2026-06-02T02:00:00Z, ",
        "00:00, 01:30, 2026-11-01T04:30:00Z, 2026-11-01T06:30:00Z"
    })
    void endOnTheClockOfWhoeverWantsThem(LocalTime from, LocalTime until, Instant now, Instant end) {
        assertThat(new QuietHours(from, until, MIAMI).endAfter(now).orElse(null))
                .isEqualTo(end);
    }

    @Test
    void areNoneWhereNobodySaidSo() {
        assertThat(new QuietHours(null, null, MIAMI).endAfter(Instant.parse("2026-06-02T04:00:00Z")))
                .isEmpty();
    }
}
