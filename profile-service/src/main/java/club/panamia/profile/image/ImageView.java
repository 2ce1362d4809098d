package club.panamia.profile.image;

import club.panamia.kernel.media.Media;
import club.panamia.kernel.media.MediaFiles;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture of a profile, in its sizes. */
@Schema(description = "A picture, in its sizes")
public record ImageView(
        @Schema(required = true, description = "What those read who do not see it")
        String alt,

        @Schema(required = true, description = "In pixels, as it was uploaded, upright")
        int width,

        @Schema(required = true) int height,

        @Schema(required = true, description = "JPEG files by the length of their longer side: 96, 320, 960")
        Map<String, String> urls) {

    /** By slot, from {@code profiles.images} as it is stored; what is not a picture of ours is passed over. */
    public static Map<String, ImageView> ofAll(JsonObject stored, MediaFiles files) {
        var shown = new TreeMap<String, ImageView>();
        for (var slot : Slot.values()) {
            if (stored.getValue(slot.key) instanceof JsonObject image && image.getString("file") != null) {
                shown.put(slot.key, of(ShownImage.of(image), files));
            }
        }
        return shown;
    }

    /** The one that stands for the person, if there is one. */
    public static @Nullable ImageView primary(JsonObject stored, MediaFiles files) {
        return ofAll(stored, files).get(Slot.PRIMARY.key);
    }

    static ImageView of(ShownImage image, MediaFiles files) {
        var urls = new TreeMap<String, String>();
        Media.SIZES.forEach(size -> urls.put(String.valueOf(size), files.url(image.file(), size)));
        return new ImageView(image.alt(), image.width(), image.height(), urls);
    }
}
