package club.panamia.social.post;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.place.Place;
import club.panamia.social.place.Precision;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where something is said: a point, a name, or both. */
@Schema(description = "Where it is said: a point, a name, or both")
public record LocationDraft(
        @Nullable @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @Nullable @DecimalMin("-180") @DecimalMax("180") Double longitude,

        @Nullable
        @Size(min = 1, max = 100)
        @Pattern(regexp = "[^\\p{Cc}]*[^\\p{Cc}\\s][^\\p{Cc}]*", message = "must be plain text")
        String name,

        @Nullable
        @Schema(
                description =
                        "general, if nothing is said: the point becomes the middle of a cell of about 550 m, and the real"
                                + " one is not kept")
        Precision precision) {

    static LocationDraft of(Place place) {
        return new LocationDraft(place.latitude(), place.longitude(), place.name(), place.precision());
    }

    Place place() {
        if ((latitude == null) != (longitude == null)) {
            throw invalid(latitude == null ? "latitude" : "longitude", "must be said, too");
        }
        if (latitude == null && name == null) {
            throw invalid("name", "must be said where there is no point");
        }
        return Place.of(latitude, longitude, name, precision == null ? Precision.GENERAL : precision);
    }

    private static RuntimeException invalid(String member, String message) {
        return CommonProblem.INVALID.because("Nobody knows where this is.").at("/location/" + member, message);
    }
}
