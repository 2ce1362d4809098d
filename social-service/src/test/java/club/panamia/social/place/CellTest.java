package club.panamia.social.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    private static final double METRES_PER_DEGREE = 111_195;

    @Test
    void movesAPointNoFurtherThanToTheNextCorner() {
        var random = new Random(7);
        for (var n = 0; n < 10_000; n++) {
            var latitude = random.nextDouble(-80, 80);
            var longitude = random.nextDouble(-180, 180);

            var cell = Cell.around(latitude, longitude);

            var north = (cell.latitude() - latitude) * METRES_PER_DEGREE;
            var east = (cell.longitude() - longitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
            assertThat(Math.hypot(north, east)).isLessThan(400);
        }
    }

    @Test
    void makesOneOfAllPointsOfANeighbourhoodHoweverOftenTheyAreTold() {
        var told = new HashSet<Cell>();
        for (var n = 0; n < 50; n++) {
            told.add(Cell.around(25.7612 + n * 0.00001, -80.1927));
        }

        assertThat(told).hasSize(1);
        var cell = told.iterator().next();
        assertThat(Cell.around(cell.latitude(), cell.longitude())).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"90, 180", "-90, -180", "0, 0", "89.9999, 12", "25.7617, 180"})
    void staysOnTheEarth(double latitude, double longitude) {
        var cell = Cell.around(latitude, longitude);

        assertThat(cell.latitude()).isBetween(-90.0, 90.0).isCloseTo(latitude, within(0.005));
        assertThat(cell.longitude()).isBetween(-180.0, 180.0);
    }
}
