package club.panamia.profile.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @Test
    void hasSevenDecimals() {
        assertThat(Place.of("25.76171234567", "-80"))
                .hasValueSatisfying(
                        place -> assertThat(place.lat() + " " + place.lng()).isEqualTo("25.7617123 -80.0000000"));
    }

    @ParameterizedTest
    @CsvSource({"90, 180", "-90, -180", "0, 0"})
    void reachesToTheEdgesOfTheMap(String lat, String lng) {
        assertThat(Place.of(lat, lng)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0",
        "0, NaN",
        "Infinity, 0",
        "90.0000001, 0",
        "0, 180.1",
        "'', 0",
        "x, 0",
        "1e999999999, 0",
        "0, -1E400"
    })
    void isNowhereElse(String lat, String lng) {
        assertThat(Place.of(lat, lng)).isEmpty();
    }
}
