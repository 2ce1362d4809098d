package club.panamia.social.embed;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The smaller file of a picture.
 *
 * @param width in pixels, like the height; the shorter side may be one off, for files are drawn in steps
 */
record Thumbnail(String url, int width, int height) {

    /** The longer side, unless the picture itself is smaller ({@link club.panamia.social.file.MediaFile#PREVIEW}). */
    private static final int LONGER_SIDE = 320;

    /** @param picture with the size of its larger file */
    static Optional<Thumbnail> of(@Nullable JsonObject picture) {
        if (picture == null) {
            return Optional.empty();
        }
        var width = picture.getInteger("width");
        var height = picture.getInteger("height");
        var scale = Math.min(1.0, (double) LONGER_SIDE / Math.max(width, height));
        return Optional.of(new Thumbnail(picture.getString("url"), scaled(width, scale), scaled(height, scale)));
    }

    private static int scaled(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }
}
