package club.panamia.profile.section;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A further place of business, beside the address. Coordinates are degrees (WGS 84).
 *
 * @param country ISO 3166-1 alpha-2
 * @param hours when it is open, in words
 */
public record Location(
        @Nullable @Size(max = 100) @PlainText String name,

        @JsonAlias("street1") @Nullable @Size(max = 200) @PlainText
        String line1,

        @JsonAlias("street2") @Nullable @Size(max = 200) @PlainText
        String line2,

        @Nullable @Size(max = 200) @PlainText String line3,

        @JsonAlias("city") @Nullable @Size(max = 100) @PlainText
        String locality,

        @JsonAlias("state") @Nullable @Size(max = 100) @PlainText
        String region,

        @JsonAlias({"zipcode", "zip"}) @Nullable @Size(max = 20) @PlainText
        String postalCode,

        @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be the two letters of a country")
        String country,

        @Nullable @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 7)
        BigDecimal lat,

        @Nullable @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 7)
        BigDecimal lng,

        @JsonAlias("google_place_id") @Nullable @Size(max = 300) @PlainText
        String googlePlaceId,

        @Nullable @Size(max = 500) @PlainText(multiline = true)
        String hours) {

    public Location {
        name = Typed.text(name);
        line1 = Typed.text(line1);
        line2 = Typed.text(line2);
        line3 = Typed.text(line3);
        locality = Typed.text(locality);
        region = Typed.text(region);
        postalCode = Typed.text(postalCode);
        country = country == null ? null : Typed.text(country.toUpperCase(Locale.ROOT));
        lat = Typed.degrees(lat);
        lng = Typed.degrees(lng);
        googlePlaceId = Typed.text(googlePlaceId);
        hours = Typed.text(hours);
    }
}
