package club.panamia.mentoring.slot;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Rfc3339Test {

    private static final long A_CENTURY = 100L * 366 * 24 * 60 * 60;

    @Test
    void itWritesWhatTheFormatterWritesInEveryZone() {
        var random = new Random(3339);
        for (var name : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(name);
            var instant = Instant.ofEpochSecond(random.nextLong(A_CENTURY));
            assertThat(Rfc3339.on(zone, instant)).isEqualTo(ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
        }
    }

    @Test
    void itWritesAnInstantAsJacksonDoes() {
        assertThat(Rfc3339.utc(Instant.parse("2026-03-08T06:05:00Z"))).isEqualTo("2026-03-08T06:05:00Z");
    }
}
