package club.panamia.social.status;

import club.panamia.social.audience.Visibility;
import club.panamia.social.media.MediaLinks;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture, a sound or a film that belongs to a post. */
@Schema(name = "StatusAttachment")
public record Attachment(
        @Schema(required = true) String id,

        @Schema(required = true, description = "image, audio or video")
        String type,

        @Schema(required = true) String mediaType,
        @Schema(required = true) String url,
        @Nullable String previewUrl,

        @Nullable @Schema(description = "What it shows, for those who cannot see or hear it")
        String description,

        @Nullable String blurhash,
        @Nullable Integer width,
        @Nullable Integer height,

        @Nullable @Schema(description = "What matters in a picture")
        Focus focus,

        @Nullable Integer durationMs,

        @Nullable @Schema(description = "How loud a sound is, slice by slice: at most 100 numbers from 0 to 1")
        List<Double> peaks) {

    /** A point, seen from a picture's middle. */
    @Schema(name = "StatusFocus", description = "A point, seen from the picture's middle")
    public record Focus(
            @Schema(required = true, description = "From -1, the left edge, to 1")
            double x,

            @Schema(required = true, description = "From -1, the lower edge, to 1")
            double y) {

        static @Nullable Focus of(@Nullable Double x, @Nullable Double y) {
            return x == null || y == null ? null : new Focus(x, y);
        }
    }

    /** With addresses for those who see a post like this. */
    static Attachment of(JsonObject json, Visibility visibility, MediaLinks links) {
        var preview = json.getString("previewUrl");
        var peaks = json.getJsonArray("peaks");
        return new Attachment(
                json.getString("id"),
                json.getString("type"),
                json.getString("mediaType"),
                links.shown(json.getString("url"), visibility),
                preview == null ? null : links.shown(preview, visibility),
                json.getString("description"),
                json.getString("blurhash"),
                json.getInteger("width"),
                json.getInteger("height"),
                Focus.of(json.getDouble("focalX"), json.getDouble("focalY")),
                json.getInteger("durationMs"),
                peaks == null ? null : numbers(peaks));
    }

    private static List<Double> numbers(JsonArray array) {
        return array.stream().map(number -> ((Number) number).doubleValue()).toList();
    }
}
