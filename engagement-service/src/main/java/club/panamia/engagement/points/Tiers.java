package club.panamia.engagement.points;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** From how many points on somebody is of which tier; below the first, of none, which is 0. */
@Singleton
class Tiers {

    private static final String SETTING = "pana.engagement.tiers";

    private final List<Long> thresholds;

    Tiers(@ConfigProperty(name = SETTING) List<Long> thresholds) {
        this.thresholds = List.copyOf(thresholds);
        if (!IntStream.range(1, thresholds.size()).allMatch(i -> thresholds.get(i) > thresholds.get(i - 1))) {
            throw new IllegalStateException("%s (POINT_TIERS) must rise: %s".formatted(SETTING, thresholds));
        }
    }

    int of(long points) {
        return (int) thresholds.stream().filter(from -> points >= from).count();
    }

    /** From when on somebody with so many is of the next one; null beyond the last. */
    @Nullable
    Long nextAfter(long points) {
        return thresholds.stream().filter(from -> points < from).findFirst().orElse(null);
    }
}
