package club.panamia.engagement.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiersTest {

    private final Tiers tiers = new Tiers(List.of(100L, 500L));

    @ParameterizedTest
    @CsvSource({"-50, 0, 100", "0, 0, 100", "99, 0, 100", "100, 1, 500", "499, 1, 500", "500, 2, ", "90000, 2, "})
    void beginWithTheirNumberOfPoints(long points, int tier, @Nullable Long next) {
        assertThat(tiers.of(points)).isEqualTo(tier);
        assertThat(tiers.nextAfter(points)).isEqualTo(next);
    }

    @Test
    void mustRise() {
        assertThatThrownBy(() -> new Tiers(List.of(100L, 100L))).hasMessageContaining("POINT_TIERS");
    }
}
