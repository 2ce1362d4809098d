package club.panamia.profile.section;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is. Everybody sees locality, region and country; the rest is for its audience. Coordinates are degrees (WGS
 * 84), both or none.
 *
 * @param country ISO 3166-1 alpha-2
 */
@Embeddable
public record Address(
        @Nullable @Size(max = 100) @PlainText @Column(name = "address_name", columnDefinition = "text")
        String name,

        @JsonAlias("street1")
        @Nullable
        @Size(max = 200)
        @PlainText
        @Column(name = "address_line1", columnDefinition = "text")
        String line1,

        @JsonAlias("street2")
        @Nullable
        @Size(max = 200)
        @PlainText
        @Column(name = "address_line2", columnDefinition = "text")
        String line2,

        @Nullable @Size(max = 200) @PlainText @Column(name = "address_line3", columnDefinition = "text")
        String line3,

        @JsonAlias("city")
        @Nullable
        @Size(max = 100)
        @PlainText
        @Column(name = "address_locality", columnDefinition = "text")
        String locality,

        @JsonAlias("state")
        @Nullable
        @Size(max = 100)
        @PlainText
        @Column(name = "address_region", columnDefinition = "text")
        String region,

        @JsonAlias({"zipcode", "zip"})
        @Nullable
        @Size(max = 20)
        @PlainText
        @Column(name = "address_postal_code", columnDefinition = "text")
        String postalCode,

        @Nullable
        @Pattern(regexp = "[A-Z]{2}", message = "must be the two letters of a country")
        @Column(name = "address_country", columnDefinition = "text")
        String country,

        @Nullable @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 7) @Column(name = "address_lat")
        BigDecimal lat,

        @Nullable
        @DecimalMin("-180")
        @DecimalMax("180")
        @Digits(integer = 3, fraction = 7)
        @Column(name = "address_lng")
        BigDecimal lng,

        @JsonAlias("google_place_id")
        @Nullable
        @Size(max = 300)
        @PlainText
        @Column(name = "address_google_place_id", columnDefinition = "text")
        String googlePlaceId) {

    public Address {
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
    }
}
