package club.panamia.profile.image;

import io.vertx.core.json.JsonObject;

/**
 * A picture in a profile, as it is stored in {@code profiles.images} by its slot.
 *
 * @param file its uploads' name, see {@link club.panamia.kernel.media.StoredImage}
 * @param alt what those read who do not see it
 */
record ShownImage(String file, String alt, int width, int height) {

    static ShownImage of(JsonObject stored) {
        return new ShownImage(
                stored.getString("file"),
                stored.getString("alt", ""),
                stored.getInteger("width", 0),
                stored.getInteger("height", 0));
    }
}
