package club.panamia.profile.geocode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A point on the map, in degrees (WGS 84), with the seven decimals that a profile keeps. */
@Schema(description = "A point on the map, in degrees (WGS 84), as a profile's address takes it")
public record Place(
        @Schema(required = true) BigDecimal lat,
        @Schema(required = true) BigDecimal lng) {

    private static final int DECIMALS = 7;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    /** Nothing, where it is not on the map: out of range, or no number. */
    static Optional<Place> of(String lat, String lng) {
        try {
            var place = new Place(rounded(lat), rounded(lng));
            return place.isOnTheMap() ? Optional.of(place) : Optional.empty();
        } catch (NumberFormatException nonsense) {
            return Optional.empty();
        }
    }

    private static BigDecimal rounded(String degrees) {
        // An exponent such as 1e999999999 would unfold into that many digits.
        if (degrees.length() > 40 || degrees.indexOf('e') >= 0 || degrees.indexOf('E') >= 0) {
            throw new NumberFormatException(degrees);
        }
        return new BigDecimal(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private boolean isOnTheMap() {
        return lat.abs().compareTo(POLE) <= 0 && lng.abs().compareTo(DATE_LINE) <= 0;
    }
}
