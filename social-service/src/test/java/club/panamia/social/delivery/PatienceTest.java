package club.panamia.social.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    @ParameterizedTest
    @CsvSource({
        "1,PT1M",
        "2,PT5M",
        "3,PT15M",
        "4,PT1H",
        "5,PT3H",
        "6,PT6H",
        "7,PT12H",
        "8,PT24H",
        "10,PT24H",
        "99,PT24H"
    })
    void waitsLongerEachTimeAndNeverJustAsLong(int attempts, Duration usual) {
        for (var i = 0; i < 100; i++) {
            assertThat(Patience.after(attempts, null))
                    .isBetween(
                            usual.multipliedBy(8).dividedBy(10),
                            usual.multipliedBy(12).dividedBy(10));
        }
    }

    @Test
    void waitsAsLongAsAServerAsksForButNoLongerThanADay() {
        assertThat(Patience.after(1, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(Patience.after(1, Duration.ofDays(30))).isEqualTo(Duration.ofDays(1));
        assertThat(Patience.after(4, Duration.ofSeconds(1))).isGreaterThan(Duration.ofMinutes(40));
    }
}
