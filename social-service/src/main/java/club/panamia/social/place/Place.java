package club.panamia.social.place;

import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where something is said, as it is stored and shown (ActivityStreams vocabulary, Place). */
@Schema(description = "Where something is said")
public record Place(
        @Schema(required = true, description = "Place") String type,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String name,
        @Schema(required = true) Precision precision) {

    /** A place that is told in general is another one here already: where it really is, is stored nowhere. */
    public static Place of(
            @Nullable Double latitude, @Nullable Double longitude, @Nullable String name, Precision precision) {
        if (latitude == null || longitude == null) {
            return new Place("Place", null, null, name, precision);
        }
        var point = precision == Precision.GENERAL ? Cell.around(latitude, longitude) : new Cell(latitude, longitude);
        return new Place("Place", point.latitude(), point.longitude(), name, precision);
    }

    /** As it is stored; null: nowhere. */
    public static @Nullable Place of(@Nullable JsonObject stored) {
        return stored == null
                ? null
                : new Place(
                        "Place",
                        stored.getDouble("latitude"),
                        stored.getDouble("longitude"),
                        stored.getString("name"),
                        Precision.of(stored.getString("precision", "")));
    }
}
